/** Answers that the desk gives often. Without a department: for everyone. */
export const savedReplies: { title: string; department?: string; body: string }[] = [
  {
    title: "Parcel is on its way",
    body: '<p>Hello {{ customer.first_name | default: "there" }},</p><p>your order {{ order.number }} has left us. You can follow it here:<br>{{ order.tracking_links | default: "the link comes with the carrier\'s own mail" }}</p><p>It usually takes two to three working days.</p>',
  },
  {
    title: "What is in the order",
    body: '<p>Hello {{ customer.first_name | default: "there" }},</p><p>this is what we have for order {{ order.number }} of {{ order.date }}:</p><blockquote><p>{{ order.items }}</p></blockquote><p>Total: {{ order.total }}</p>',
  },
  {
    title: "We look into it",
    body: '<p>Hello {{ customer.first_name | default: "there" }},</p><p>thank you for telling us. I have asked a colleague and write again by tomorrow.</p>',
  },
  {
    title: "How to send it back",
    department: "Returns",
    body: '<p>Hello {{ customer.first_name | default: "there" }},</p><p>sending it back is easy:</p><ol><li><p>Put it into any carton, with its tag.</p></li><li><p>Stick the label from the next mail on it.</p></li><li><p>Bring it to a post office within 60 days.</p></li></ol>',
  },
]
