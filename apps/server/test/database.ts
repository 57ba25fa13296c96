export { freshDatabase } from '@parley/testing'
