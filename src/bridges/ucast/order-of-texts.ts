/**
 * Whether other texts stand to this one by UTF-16 units as they do by code points. JavaScript orders texts by units, so
 * an emoji is less than U+FFFD. A text without units from U+D800 on differs from every text at a unit below: both orders
 * then agree.
 */
export function ordersAlike(text: string): boolean {
  return !/[\ud800-\uffff]/.test(text)
}
