/** The seed of a code app as a picture to point a phone at. Black on white, whatever the theme: cameras want that. */
import { renderSVG } from 'uqr'

export const drawPicture = (address: string): string =>
  `data:image/svg+xml;base64,${Buffer.from(renderSVG(address, { ecc: 'M', border: 3, pixelSize: 6, blackColor: '#000000', whiteColor: '#ffffff' })).toString('base64')}`
