export const benchTicketList = async () => ({})
