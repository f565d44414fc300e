/** A yes or a no as people write it into a table, in English, German, French, Spanish and Dutch. Pure. */
const YES =
  'yes y true t 1 x ✓ ✔ on ok agreed agree accepted granted given confirmed subscribed optin optedin active ja j wahr zugestimmt einverstanden erteilt angemeldet aktiv oui o vrai accepte abonne inscrit si s verdadero aceptado suscrito inscrito activo waar akkoord ingeschreven actief'
const NO =
  'no n false f 0 ✗ ✘ off none refused declined denied withdrawn revoked unsubscribed optout optedout inactive nein falsch abgelehnt widerrufen abgemeldet inaktiv non faux refuse retire desabonne desinscrit falso rechazado retirado baja inactivo nee onwaar geweigerd ingetrokken uitgeschreven inactief'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const [yes, no] = [words(YES), words(NO)]

/** Null where it is neither: then nothing is written down, rather than guessed. */
export function readYesNo(given: string): boolean | null {
  const plain = given
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s._'’-]+/g, '')
  if (yes.has(plain)) return true
  return no.has(plain) ? false : null
}
