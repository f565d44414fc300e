/** The browser's own interface for passkeys, in the words of JSON that the server speaks. */

type Bytes = Uint8Array<ArrayBuffer>

function toBytes(text: string): Bytes {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
}

function toText(bytes: ArrayBuffer | null): string | undefined {
  if (!bytes) return undefined
  const plain = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

interface Known {
  id: string
  type: 'public-key'
  transports?: AuthenticatorTransport[]
}
const known = (list: Known[] | undefined) => list?.map((one) => ({ ...one, id: toBytes(one.id) }))

/** Whether this browser can, here: a passkey belongs to one address. */
export const canPasskey = (origin: string): boolean =>
  'PublicKeyCredential' in window && window.isSecureContext && window.location.origin === origin

/** The person closed the dialog, or the device had nothing to offer: not an error of anybody. */
export const isLeftAlone = (error: unknown): boolean =>
  error instanceof DOMException && ['NotAllowedError', 'AbortError', 'InvalidStateError'].includes(error.name)

export async function makePasskey(riddle: Record<string, unknown>): Promise<object> {
  const asked = riddle as unknown as PublicKeyCredentialCreationOptions & {
    challenge: string
    user: { id: string; name: string; displayName: string }
    excludeCredentials?: Known[]
  }
  const made = (await navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: toBytes(asked.challenge),
      user: { ...asked.user, id: toBytes(asked.user.id) },
      excludeCredentials: known(asked.excludeCredentials) ?? [],
    },
  })) as PublicKeyCredential
  const response = made.response as AuthenticatorAttestationResponse
  return {
    ...answer(made),
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      attestationObject: toText(response.attestationObject),
      transports: response.getTransports(),
    },
  }
}

export async function showPasskey(riddle: Record<string, unknown>): Promise<object> {
  const asked = riddle as unknown as PublicKeyCredentialRequestOptions & {
    challenge: string
    allowCredentials?: Known[]
  }
  const shown = (await navigator.credentials.get({
    publicKey: {
      ...asked,
      challenge: toBytes(asked.challenge),
      allowCredentials: known(asked.allowCredentials) ?? [],
    },
  })) as PublicKeyCredential
  const response = shown.response as AuthenticatorAssertionResponse
  return {
    ...answer(shown),
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      authenticatorData: toText(response.authenticatorData),
      signature: toText(response.signature),
      userHandle: toText(response.userHandle),
    },
  }
}

const answer = (of: PublicKeyCredential) => ({
  id: of.id,
  rawId: toText(of.rawId),
  type: of.type,
  clientExtensionResults: of.getClientExtensionResults(),
})
