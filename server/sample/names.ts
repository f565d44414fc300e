/**
 * The people of the sample town, all invented. One line a language: it is what they speak at home, and the language of
 * most of what they say. Everything else about them (district, plan, since when) is drawn in `business.ts`.
 */

export const TOWN: Record<string, string> = {
  en: `Ella Hartwick, Owen Tarrant, Moira Fennick, Callum Braithe, Hattie Lorne, Jude Penrell, Nell Ashby-Roe, Rory Castane,
    Imogen Dale, Tobias Wren, Freya Solberg, Linus Ekman, Signe Aaltonen, Mats Hollander, Tuva Nygaard, Aksel Thorne,
    Karin Bjelke, Elin Sandvik, Oskar Lundh, Maja Friberg, Kasia Wolnik, Piotr Zaremski, Magda Borowik, Tomek Jasinek,
    Hana Vesely-Krug, Jiri Malek, Lenka Horova, Viktor Dusek, Zofia Grabek, Milan Petrik, Ilka Tothby, Gabor Szendi,
    Andrea Ferrant, Paolo Rigamo, Chiara Belmonti, Marco Testari, Giulia Sorrano, Enzo Vallari, Bianca Morelle,
    Tiago Serrano-Dias, Beatriz Falcato, Joana Prates, Rui Caldeira, Marta Lousada, Anil Deshwal, Meera Kothan,
    Sunita Raol, Vikram Jethani, Asha Pillay-Stone, Dev Marwick, Chidi Anaeke, Ngozi Umeh-Ward, Kofi Ansare, Abena Twum,
    Grace Mbeki-Hale, Samuel Odoye, Linh Tranh, Minh Duong-Bell, Mei Song-Parry, Jun Takashi-Reed, Yuki Amano, Eun Baek,
    Cerys Llewel, Gethin Pryce-Moor, Bronagh Keel, Declan Furlow, Sinead Mulvane, Fergus Rathlin, Isla Macrow, Ewan Dunbrae,
    Harriet Bloom, George Pettifer, Edith Marlowe-Finn, Alfie Sturgess, Poppy Hensley, Arthur Quill, Winnie Sedgeley,
    Percy Holt, Dora Lamb, Stanley Frith, Mabel Croft, Hugo Winslade, Clementine Yarrow, Barnaby Stoke, Rosalind Teague,
    Felix Marchbank, Agatha Brome, Ned Larkspur, Tilda Rowntree-Hay, Silas Penn, Maud Eversley, Jasper Coyle, Lottie Brand,
    Theo Vantongen, Ruben Halloran, Iris Dovestone, Caspar Leigh, Ottilie Marsh, Bram Keating, Lena Ostrow, Anton Kiel,
    Vera Malling, Ivan Stoyak, Daria Petrenka, Oksana Hrytsa, Taras Bilyk, Nina Kovalin, Elena Radu-Voss, Radu Ionel,
    Mihai Cretan, Ioana Balan, Eleni Pappasi, Nikos Daridis, Sofia Karras-Holm, Petar Vukan, Mira Jovanek, Luka Horvatin,
    Ana Brdar, Kaja Ross, Marek Dunin, Ruta Kalvis, Janis Ozolek, Liis Tammik, Erik Saarn, Mirela Stan, Agnes Novak,
    Sofie Lindqvist, Walter Pohl, Dario Conti, Priya Nair, Leila Haddad, Ada Brandt`,
  de: `Jonas Weil, Bernd Ahlers, Clara Voss, Nadia Koller, Friedrun Haase, Uwe Petersohn, Gisela Tamm, Holger Brinkmeer,
    Annegret Lüders, Malte Hinrichsen, Svenja Kröger, Dietrich Mohn, Ulla Carstens, Fiete Paulsen, Wiebke Thode,
    Jörn Matthes, Hanne Rickert, Lukas Zehnder, Theres Ammann, Sepp Gruberl, Vroni Achleitner, Kai Dornbusch, Elke Sielaff,
    Timo Wacker, Renate Buhl`,
  fr: `Manon Le Guirec, Yann Kerdreux, Solène Hamonic, Thibault Rousselin, Margaux Delcourt, Bastien Fourcade, Odile Vernay,
    Camille Aubriot, Étienne Marchal, Noémie Lacaze, Gaël Tanguy, Hélène Morvan`,
  es: `Rosa Marín, Íñigo Larrea, Maite Echave, Pablo Cifuentes, Lucía Robledo, Andrés Quiroga, Carmen Valdés, Nuria Ferrer,
    Joaquín Salcedo, Inés Olmedo, Teo Barrantes, Pilar Montejano`,
  nl: `Sanne Dijkhuis, Wouter Terpstra, Fenna Hoekema, Jelle Roosma, Marijke Blom, Daan Verkuyl, Tineke Boersma-Lee,
    Bas Wiersema, Lotje Kuiper, Ruud Hazelaar, Femke Oldenziel, Gijs Brouwhof`,
  tr: `Elif Karaca, Murat Yildizer, Zeynep Aksu, Hasan Topraksu, Nesrin Gündal, Emre Solmaz, Fatma Çinar`,
  ar: `Samira Bakri, Omar Shaheen, Huda Mansour, Karim Fadel, Rania Khoury, Yasmin Attar, Nabil Darwish`,
}

/** Those who do not buy over the counter: who they are to the business, and for whom they speak. */
export const AROUND: readonly { name: string; kind: 'supplier' | 'partner' | 'neighbour'; company: string }[] = [
  { name: 'Pieter Maas', kind: 'supplier', company: 'Saltmarsh Mill' },
  { name: 'Greta Holm', kind: 'supplier', company: 'Dune Farm Dairy' },
  { name: 'Anouk Visser', kind: 'supplier', company: 'Hen & Hedge Eggs' },
  { name: 'Jules Vanneau', kind: 'supplier', company: 'Low Tide Roasters' },
  { name: 'Luca Fontani', kind: 'partner', company: 'The Pilot House' },
  { name: 'Nora Klein', kind: 'partner', company: 'Anker' },
  { name: 'Henrik Sand', kind: 'neighbour', company: '' },
  { name: 'Edda Kroll', kind: 'neighbour', company: '' },
  { name: 'Joost Wever', kind: 'neighbour', company: '' },
  { name: 'Marit Olsen', kind: 'neighbour', company: '' },
  { name: 'Ilse Dorn', kind: 'neighbour', company: '' },
  { name: 'Frank Tiede', kind: 'neighbour', company: '' },
  { name: 'Beata Lis', kind: 'neighbour', company: '' },
  { name: 'Conor Shiel', kind: 'neighbour', company: '' },
]

export const STAFF = [
  { key: 'maren', name: 'Maren Lind', email: 'maren@lindenrye.example', role: 'owner' },
  { key: 'tom', name: 'Tom Okafor', email: 'tom@lindenrye.example', role: 'manager' },
  { key: 'ines', name: 'Ines Duarte', email: 'ines@lindenrye.example', role: 'teammate' },
  { key: 'yusuf', name: 'Yusuf Demir', email: 'yusuf@lindenrye.example', role: 'teammate' },
] as const

export const DISTRICTS = ['Harbour', 'Old Town', 'Lighthouse Road', 'Dune Lane', 'Station', 'Upper Hill'] as const
const MAIL_HOSTS = ['posthaven.example', 'seamail.example', 'inkwell.example', 'quayside.example', 'letterbox.example']

export const namesOf = (line: string): string[] => line.split(',').map((name) => name.trim().replaceAll(/\s+/g, ' '))

/** 'Íñigo Larrea' is 'inigo-larrea': the same key in the texts, in the troubles and in an address. */
export const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^a-z]+/g, '-')

export function emailOf(name: string, company = ''): string {
  const key = keyOf(name)
  if (company) return `${key.split('-')[0]}@${keyOf(company)}.example`
  const host = [...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % MAIL_HOSTS.length
  return `${key.replace('-', '.')}@${MAIL_HOSTS[host]!}`
}
