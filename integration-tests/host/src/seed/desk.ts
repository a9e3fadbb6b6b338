import people from "./people"

/** What the desk says by itself, per department. The names are those of people.json. */
export const departments = people.departments.map((department) => ({
  ...department,
  ...{
    Sales: {
      autoReply: {
        subject: "We have your question",
        body: "Thank you for writing to Nordwind.\n\nWe have your question and answer within one working day, mostly sooner. If it is about a tent or a pack for the coming weekend, call us: +49 40 555 0160.\n\nThe Nordwind sales team",
      },
      statusAfterReply: "closed",
    },
    Returns: {
      autoReply: {
        subject: "Your return: we have your message",
        body: "Thank you for your message.\n\nYou need not send anything yet: a colleague answers within one working day with a label. You have 60 days to return what you have not worn outside.\n\nNordwind Returns",
      },
      statusAfterReply: "pending",
    },
    "Customer Service": {
      autoReply: {
        subject: "We have your message",
        body: "Thank you for writing to Nordwind.\n\nYour message has reached us. We answer from Monday to Friday, 9 to 18 h.\n\nNordwind Customer Service",
      },
      statusAfterReply: "closed",
    },
    Support: {
      autoReply: {
        subject: "We have your request",
        body: "Thank you for your message.\n\nWe look into it and write back within one working day. A photo of the part often helps: simply answer this mail with it.\n\nNordwind Support",
      },
      statusAfterReply: "pending",
    },
  }[department.name]!,
}))

export const replyFooter = (publicName: string) =>
  `${publicName}\nNordwind Outfitters, Am Sandtorkai 30, 20457 Hamburg`

/** Where a classification is offered; without departments: everywhere. */
export const classifications: { name: string; departments?: string[] }[] = [
  { name: "Delivery" },
  { name: "Product question", departments: ["Sales", "Support"] },
  { name: "Damaged or faulty", departments: ["Returns", "Support"] },
  { name: "Wrong size", departments: ["Returns"] },
  { name: "Invoice and payment", departments: ["Customer Service", "Sales"] },
  { name: "Praise and complaints" },
]
