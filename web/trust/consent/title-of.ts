import type { Purpose } from '#trust/contract'

/** A purpose by its English name, else by any it has, else by its key. */
export const titleOf = ({ key, wordings }: Pick<Purpose, 'key' | 'wordings'>): string =>
  (wordings.find(({ language }) => language === 'en') ?? wordings[0])?.title ?? key
