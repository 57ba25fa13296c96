import { integer, text } from '../schema/field.ts'

/**
 * The query of a list that comes in pages; `pageIndex` counts from 1. Links to neighbouring pages also name the row they
 * follow or precede, which finds a page far on at once; without it every page can be jumped to.
 */
export function paging(pageSize: number) {
  return {
    pageIndex: integer(1).initially(1),
    pageSize: integer(1, 1000).initially(pageSize),
    after: text(36),
    before: text(36),
  }
}
