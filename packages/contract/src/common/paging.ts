import { integer } from '../schema/field.ts'

/** The query of a list that comes in pages; `pageIndex` counts from 1. */
export function paging(pageSize: number) {
  return { pageIndex: integer(1).initially(1), pageSize: integer(1, 1000).initially(pageSize) }
}
