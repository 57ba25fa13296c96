export { type LogicalExpression, ordersOf, readLogicalExpression } from '@parley/contract'
