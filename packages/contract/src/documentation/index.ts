export { effectOf, hasEffect } from './effects.ts'
export { errorMessages } from './error-messages.ts'
export { exampleAnswer, exampleBody } from './example-of.ts'
export { noteOf, parameterNote } from './field-notes.ts'
