/** When chats of a campaign end because the visitor is silent; what a new campaign has, until its chat window says otherwise. */
export const VISITOR_INACTIVITY = { ifEndChatWhenVisitorIsInactive: true, minutesOfVisitorInactivity: 15 }
