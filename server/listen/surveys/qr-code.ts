/** The address of a survey as a picture for the counter. Pure. */
import { renderSVG } from 'uqr'

/** Medium error correction: still readable with a coffee ring on it. Black on white, whatever the theme: scanners want that. */
export const qrCode = (address: string): string =>
  renderSVG(address, { ecc: 'M', border: 4, pixelSize: 10, blackColor: '#000000', whiteColor: '#ffffff' })
