/**
 * Why a provider could not be found, in words somebody can act on: what was asked, what came back, what to change. Made from
 * what openid-client and the network say; whatever is not known here is told as it came.
 */
type Link = { name?: string; code?: unknown; message?: string; status?: number; body?: { issuer?: unknown } }

const WELL_KNOWN = '/.well-known/openid-configuration'

const CERTIFICATES = new Set([
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

export function providerTrouble(issuer: string, error: unknown): string {
  const chain = linksOf(error)
  const has = (code: string) => chain.some((link) => link.code === code)
  const { host, hostname } = new URL(issuer)
  const asked = `${issuer.replace(/\/$/, '')}${WELL_KNOWN}`
  const status = chain.find((link) => typeof link.status === 'number')?.status
  const certificate = chain.find((link) => typeof link.code === 'string' && CERTIFICATES.has(link.code))
  if (has('ENOTFOUND') || has('EAI_AGAIN'))
    return `There is no machine called ${hostname}, or this one cannot look it up. Is HEED_OIDC_ISSUER spelled right?`
  if (has('ECONNREFUSED') || has('EHOSTUNREACH') || has('ENETUNREACH') || has('ECONNRESET'))
    return `Nothing answers at ${host}. Is the provider running, and may this machine reach it?`
  if (has('OAUTH_TIMEOUT')) return `${host} did not answer within ten seconds.`
  if (has('OAUTH_HTTP_REQUEST_FORBIDDEN'))
    return 'Heed only speaks to a provider over an encrypted line: HEED_OIDC_ISSUER must begin with https.'
  if (certificate)
    return `The certificate of ${host} is not one this machine trusts (${String(certificate.code)}). Renew it, or give Node your own authority with NODE_EXTRA_CA_CERTS.`
  if (has('ERR_SSL_WRONG_VERSION_NUMBER') || has('EPROTO'))
    return `${host} does not speak TLS. Is it https, and the right port?`
  if (has('OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED')) {
    const called = chain.map((link) => link.body?.issuer).find((one) => typeof one === 'string')
    return `The provider calls itself ${String(called)}. Write exactly that into HEED_OIDC_ISSUER, to the last letter.`
  }
  if (has('OAUTH_RESPONSE_IS_NOT_CONFORM'))
    return `No description lies at ${asked} (it answered ${status ?? 'otherwise'}). Often the name of a realm or tenant is missing at the end of HEED_OIDC_ISSUER.`
  if (has('OAUTH_RESPONSE_IS_NOT_JSON') || has('OAUTH_PARSE_ERROR') || has('OAUTH_INVALID_RESPONSE'))
    return `What lies at ${asked} is not the description of a sign-in. Is this the address of the provider itself?`
  return `It could not be read: ${chain.at(-1)?.message?.trim() || 'no reason was given'}.`
}

function linksOf(error: unknown): Link[] {
  const links: Link[] = []
  for (
    let at = error;
    at !== null && typeof at === 'object' && links.length < 8;
    at = (at as { cause?: unknown }).cause
  )
    links.push(at as Link)
  return links
}
