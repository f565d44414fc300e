/**
 * The words people put above columns, in English, German, French, Spanish and Dutch, written plain (no accents, spaces or
 * punctuation; see `plainHeader`). The first list of a field names it outright; a word of the second only hints at it.
 */
import type { Field, OrderField, PersonField, Target, VoiceField } from './mapping.ts'

type Words = { named: string; hinted?: string }

const PERSON_NAME =
  'name fullname customername customer reviewer reviewername author authorname username displayname nickname contactname clientname kunde kundenname kundin autor verfasser client nomclient nomcomplet auteur nom cliente nombre nombrecompleto nombrecliente klant klantnaam naam volledigenaam'
const FIRST_NAME = 'firstname givenname vorname prenom nombredepila primernombre voornaam'
const LAST_NAME = 'lastname surname familyname nachname familienname nomdefamille apellido apellidos achternaam'
const EMAIL =
  'email emailaddress mail customeremail contactemail useremail revieweremail mailadresse emailadresse adressemail courriel adresseemail correo correoelectronico emailadres mailadres'
const PHONE =
  'phone phonenumber telephone mobile mobilenumber cell tel telefon telefonnummer handy mobil handynummer telephoneportable portable numerodetelephone telefono movil celular telefoonnummer telefoon mobiel'
const PERSON_ID =
  'customerid customerno customernumber customernr userid userno clientid contactid memberid personid accountid reviewerid custid kundennummer kundennr kundenid numeroclient idclient numerocliente idcliente codigocliente klantnummer klantid klantnr'

const VOICES: Record<VoiceField, Words> = {
  text: {
    named:
      'text comment comments feedback review reviewtext reviewbody reviewcontent body message content verbatim opentext freetext customercomment kommentar kommentare bewertungstext rezension nachricht inhalt anmerkung anmerkungen freitext ruckmeldung beschwerde meinung commentaire commentaires avis texte remarque remarques message comentario comentarios resena opinion mensaje texto observaciones opmerking opmerkingen reactie bericht recensie tekst toelichting',
    hinted:
      'comment comments feedback review text body message description answer response note notes remark remarks opinion complaint kommentar antwort text beschreibung reponse commentaire respuesta comentario descripcion antwoord beschrijving',
  },
  title: {
    named:
      'title subject headline summary reviewtitle titel betreff uberschrift titre objet sujet titulo asunto onderwerp',
    hinted: 'title subject',
  },
  question: { named: 'question questiontext prompt frage question pregunta vraag' },
  said_at: {
    named:
      'date time datetime timestamp createdat created createdon submittedat submitted submissiondate reviewdate reviewedat reviewtime saidat postedat posted publishedat respondedat responsedate answeredat collectedat datum zeit uhrzeit zeitpunkt erstelltam erstellt bewertungsdatum eingangsdatum datumuhrzeit dateheure datecreation datedecreation dateavis creele horodatage fecha fechahora fechadecreacion creadoel aangemaaktop aangemaakt tijd tijdstip datumtijd',
    hinted: 'date time created submitted datum fecha zeit',
  },
  score: {
    named:
      'rating ratings stars star score starrating reviewrating reviewstars overallrating nps npsscore csat csatscore ces cesscore grade satisfaction bewertung sterne punkte punktzahl zufriedenheit gesamtbewertung note notation etoiles evaluation calificacion puntuacion valoracion estrellas satisfaccion beoordeling sterren cijfer waardering tevredenheid',
    hinted:
      'rating score stars nps csat ces satisfaction bewertung sterne note puntuacion valoracion cijfer sterren recommend empfehlen recommander recomendar aanbevelen',
  },
  source: {
    named:
      'source origin platform site quelle herkunft plattform origine plateforme fuente origen plataforma bron herkomst',
  },
  channel: { named: 'channel via medium kanal canal kanaal' },
  language: { named: 'language lang locale languagecode sprache langue idioma lengua taal' },
  url: { named: 'url link permalink reviewurl reviewlink pageurl lien enlace' },
  external_id: {
    named:
      'id reviewid responseid feedbackid commentid ticketid externalid recordid submissionid uuid guid nr no bewertungsid idavis idresena',
  },
  order_number: {
    named:
      'order ordernumber orderno orderid orderref orderreference bestellnummer bestellung auftragsnummer numerodecommande commande numerodepedido pedido bestelnummer ordernummer bestelling',
  },
  person_name: { named: PERSON_NAME },
  person_first_name: { named: FIRST_NAME },
  person_last_name: { named: LAST_NAME },
  person_email: { named: EMAIL },
  person_phone: { named: PHONE },
  person_id: { named: PERSON_ID },
}

const PERSONS: Record<PersonField, Words> = {
  name: { named: PERSON_NAME },
  first_name: { named: FIRST_NAME },
  last_name: { named: LAST_NAME },
  email: { named: EMAIL, hinted: 'email mail' },
  phone: { named: PHONE, hinted: 'phone telefon tel' },
  external_id: { named: `id recordid externalid identifier ${PERSON_ID}` },
  company: {
    named:
      'company companyname organization organisation business firma unternehmen societe entreprise empresa bedrijf bedrijfsnaam',
  },
  language: VOICES.language,
  created_at: {
    named:
      'createdat created createdate datecreated signupdate joined registeredat customersince erstelltam kundeseit datedecreation clientdepuis fechadecreacion clientedesde aangemaaktop klantsinds',
    hinted: 'created',
  },
}

const ORDERS: Record<OrderField, Words> = {
  number: {
    named: `${VOICES.order_number.named} invoice invoicenumber rechnungsnummer facture numerodefacture factura factuurnummer`,
  },
  external_id: { named: 'id externalid uuid' },
  ordered_at: {
    named: `orderdate orderedat ordertime purchasedate purchasedat paidat bestelldatum kaufdatum datedecommande dateachat fechadepedido fechadecompra besteldatum aankoopdatum ${VOICES.said_at.named}`,
    hinted: 'date datum fecha',
  },
  total: {
    named:
      'total amount ordertotal totalamount totalprice grandtotal revenue value sum summe gesamt betrag gesamtbetrag gesamtsumme montant montanttotal totalttc importe importetotal totaal bedrag totaalbedrag',
    hinted: 'total amount betrag montant importe bedrag',
  },
  currency: { named: 'currency currencycode wahrung devise monnaie moneda divisa valuta munteenheid' },
  status: { named: 'status orderstatus paymentstatus financialstatus bestellstatus statut estado' },
  fulfilment: { named: 'fulfillmentstatus fulfilmentstatus shippingstatus deliverystatus lieferstatus' },
  cancelled_at: { named: 'cancelledat canceledat' },
  refunded: {
    named:
      'refunded refundedamount refund refundamount erstattet erstattung rembourse remboursement reembolso reembolsado terugbetaald',
  },
  item_name: {
    named:
      'item itemname product productname article lineitemname sku artikel produkt produktname produit nomduproduit producto articulo productnaam',
  },
  item_quantity: { named: 'quantity qty itemquantity lineitemquantity menge anzahl quantite cantidad aantal' },
  item_price: {
    named:
      'price unitprice itemprice lineitemprice preis einzelpreis stuckpreis prix prixunitaire precio preciounitario prijs stukprijs',
  },
  person_name: { named: PERSON_NAME },
  person_email: { named: EMAIL },
  person_phone: { named: PHONE },
  person_id: { named: PERSON_ID },
}

export type FieldWords = Map<Field, { named: Set<string>; hinted: Set<string> }>

export function fieldWords(target: Target): FieldWords {
  const table: Partial<Record<Field, Words>> = { voices: VOICES, persons: PERSONS, orders: ORDERS }[target]
  const split = (words = ''): Set<string> => new Set(words.split(' ').filter(Boolean))
  return new Map(
    Object.entries(table).map(([field, words]) => [
      field as Field,
      { named: split(words?.named), hinted: split(words?.hinted) },
    ]),
  )
}

/** Stems that say what kind of score a column holds. */
export const SCORE_STEMS = {
  nps: ['nps', 'recommend', 'netpromoter', 'weiterempf', 'empfehl', 'recommand', 'recomend', 'aanbevel', 'aanraden'],
  ces: ['ces', 'effort', 'easy', 'ease', 'aufwand', 'einfach', 'facile', 'facil', 'esfuerzo', 'makkelijk', 'moeite'],
  csat: ['csat', 'satisf', 'zufrieden', 'tevreden'],
} as const
