import type { CategoryId, ComplaintCategoryId } from './categories/index.ts'

/** Tells categories a ticket can carry from the two that open none. */
export function opensTicket(category: CategoryId | undefined): category is ComplaintCategoryId {
  return category !== undefined && category !== 'out-of-scope' && category !== 'env-inquiry'
}
