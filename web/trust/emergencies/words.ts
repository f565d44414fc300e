import { catalogue } from '../../i18n/catalogue.ts'

export const emergencyWords = catalogue('emergencies', {
  title: 'In an emergency',
  lead: 'Now and then somebody writes to a business because nobody else is there. Heed looks for words that may speak of danger to a person, puts them before everything else, and shows them to few.',
  'how.title': 'What Heed does, and does not',
  'how.finds':
    'It looks for words of self-harm, violence, abuse, a child at risk or a medical emergency, in eight languages. It would rather ask you once too often: many of these letters turn out to be harmless, and one press gives them back to everybody.',
  'how.misses':
    'It misses people who only hint. Whoever reads a voice that worries them can press “May be an emergency”.',
  'how.nothing':
    'It sends nothing by itself, asks no survey afterwards, guesses no feelings, gives no figure, and lets nobody close it without a note.',
  'readers.title': 'Who reads them',
  'readers.text':
    'Owners and managers, and whom you name here. For everybody else these letters are not there: not in a list, a count, a search or a file. Each look is written into the log.',
  'readers.always': 'always, as {{role}}',
  'role.owner': 'owner',
  'role.manager': 'manager',
  'readers.named': '{{name}} reads them from now on.',
  'readers.unnamed': '{{name}} no longer reads them.',
  'readers.mail':
    'When none of them has looked after ten minutes, they get a letter that says only that somebody waits.',
  'readers.nomail':
    'No mail server is set up, so nobody is told outside these pages. Please look at Today often, or set one up (SMTP_URL).',
  'lines.title': 'Whom people can call',
  'lines.text':
    'Shown beside such a letter, so that whoever answers has them at hand. Never send a bare number: say first that you read every word.',
  'lines.suggested':
    'These are Heed’s suggestions for your country, as known on {{day}}. Nobody has checked them here yet: please call or look up each one, then enter the day.',
  'lines.country': 'Country',
  'lines.country.unknown': 'Another country',
  'lines.load': 'Take the suggestions for this country',
  'lines.loaded': 'Suggestions taken. Please check each number.',
  'lines.none': 'No line stands here. Begin with your emergency number.',
  'line.number': 'Number',
  'line.name': 'Who answers',
  'line.way': 'How',
  'line.way.call': 'Call',
  'line.way.text': 'Text',
  'line.about': 'What for',
  'line.checked': 'Checked on',
  'line.please': 'please check',
  'line.today': 'Checked today',
  'line.remove': 'Remove {{name}}',
  'line.add': 'Add a line',
  'lines.save': 'Save the lines',
  'lines.saved': 'The lines are saved.',
  'thanks.label': 'Show these lines on the thank-you page of a survey',
  'thanks.hint':
    'Only to somebody whose own answers may speak of danger, without a remark about it. Nothing else is asked of them there.',
  'keep.title': 'How long the words stay',
  'keep.text':
    'So many days after a person closed it, the letter goes, with its notes. What is open stays until somebody has looked after it.',
  'keep.label': 'Days',
  'keep.save': 'Save',
  saved: 'Saved.',
  owners: 'Only owners change this.',
})
