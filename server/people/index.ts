/**
 * People: whoever said it. It promises that an address, a number or an id belongs to one person of a workspace, that
 * batches of any size are recognised in a fixed number of statements, and that a merge can be taken back without trace.
 */
export { peopleAutomations } from './automations.ts'
export { personCommand } from './commands.ts'
export { peopleHoldings, peopleProcessing } from './holdings.ts'
export { compared } from './identity.ts'
export { knowPersons } from './know-persons.ts'
export { orderOnWire } from './person.ts'
export { recognisePersons, type PersonDraft } from './recognise.ts'
export { recordOrders, type OrderDraft } from './record-orders.ts'
export { persons } from './find-persons.ts'
export { peopleRoutes } from './routes.ts'
export { wholePerson } from './see-persons.ts'
export {
  findPerson,
  findPersons,
  listOrders,
  personIdsWith,
  sumOrders,
  type OrderRow,
  type PersonRecord,
} from './store.ts'
