/** The plainest words for wanting to die in further languages; what else is said in them only the trained head can hear. */
import type { CrisisWords } from './crisis.ts'

export const further: CrisisWords = {
  self_harm: `
    sjalvmord*
    ta mitt liv
    vill do
    itsemurha*
    tappaa itseni
    haluan kuolla
    intihar*
    kendimi oldur*
    olmek istiyorum
    bunuh diri
    ingin|mau mati
    selvmord*
    vil do|ta livet
    самоубиис*
    покончить с собои
    хочу умереть
    самогуб*
    хочу померти
    انتحار|الانتحار
    أريد|اريد أن|ان أموت|اموت
    أريد أموت
    sinucid*
    vreau sa mor
    sebevrazd*
    chci umrit
    ongyilkos*
    αυτοκτον*
  `,
  violence: ``,
  abuse: ``,
  child: ``,
  medical: ``,
  calm: ``,
}
