/** Who says what in an invented conversation: v the visitor, a the agent. */
export interface Dialogue {
  readonly page: { readonly url: string; readonly title: string }
  readonly department: 'Sales' | 'Support' | null
  readonly turns: readonly (readonly ['v' | 'a', string])[]
}

const shop = { url: '/demo/', title: 'Northwind Tea' }
const product = { url: '/demo/product.html', title: 'Tea of the month' }

/** Small talk of a tea shop, written for the demo. */
export const dialogues: readonly Dialogue[] = [
  {
    page: product,
    department: 'Sales',
    turns: [
      ['v', 'Hi, is the first flush Darjeeling from this year?'],
      ['a', 'Hello, yes: it was picked in the last week of March and arrived here in May.'],
      ['v', 'Great. How long does it keep once the tin is open?'],
      ['a', 'About six months if you close the tin well and keep it away from light.'],
      ['v', 'Perfect, I will order two.'],
      ['a', 'Thank you. They leave our warehouse this afternoon.'],
    ],
  },
  {
    page: shop,
    department: 'Support',
    turns: [
      ['v', 'My parcel was due on Monday and has not come yet.'],
      ['a', 'I am sorry about that. May I have your order number?'],
      ['v', 'NW-20417'],
      ['a', 'Thank you, one moment please.'],
      ['a', 'The carrier scanned it this morning in your town, so it should be with you today.'],
      ['v', 'Good to know, thanks.'],
    ],
  },
  {
    page: shop,
    department: null,
    turns: [
      ['v', 'Do you ship to Norway?'],
      ['a', 'We do. It takes four to six working days, and from 60 euros it is free.'],
      ['v', 'And customs?'],
      ['a', 'Paid at the checkout, so nothing is due at the door.'],
    ],
  },
  {
    page: product,
    department: 'Sales',
    turns: [
      ['v', 'Which green tea would you give somebody who only knows tea bags?'],
      ['a', 'A Long Jing. It is mild, a little nutty, and forgives water that is too hot.'],
      ['v', 'Is there a gift box?'],
      ['a', 'Yes, the small one holds two tins and a card. You can pick it in the basket.'],
      ['v', 'Lovely'],
    ],
  },
  {
    page: shop,
    department: 'Support',
    turns: [
      ['v', 'The lid of my teapot arrived broken :('],
      ['a', 'Oh no. Could you tell me the order number? I will send a new one today.'],
      ['v', 'NW-20655, the green pot'],
      ['a', 'Found it. A new lid is on its way, and you do not need to send the old one back.'],
      ['v', 'That was quick. Thank you very much.'],
    ],
  },
  {
    page: shop,
    department: null,
    turns: [
      ['v', 'Can I change the address of an order I placed an hour ago?'],
      ['a', 'Yes, it has not been packed yet. Where should it go?'],
      ['v', 'Linden Road 12 instead of 21'],
      ['a', 'Changed. You get a new confirmation by e-mail in a minute.'],
    ],
  },
  {
    page: product,
    department: 'Sales',
    turns: [
      ['v', 'How much caffeine is in the white tea?'],
      ['a', 'Less than half of a black tea: about 15 milligrams a cup.'],
      ['v', 'So fine in the evening?'],
      ['a', 'For most people, yes. If you are sensitive, our rooibos has none at all.'],
      ['v', 'I take both then'],
      ['a', 'A good evening ahead of you.'],
    ],
  },
]

export const firstNames = [
  'Maria',
  'Jonas',
  'Aisha',
  'Tom',
  'Yuki',
  'Elena',
  'Sam',
  'Priya',
  'Luca',
  'Nora',
  'Omar',
  'Grace',
] as const
export const lastNames = [
  'Berg',
  'Rossi',
  'Khan',
  'Miller',
  'Sato',
  'Novak',
  'Silva',
  'Larsen',
  'Brown',
  'Weiss',
] as const
export const comments = [
  'Quick and friendly',
  'Exactly what I needed',
  'Thank you',
  'It took a while, but the answer helped',
] as const
