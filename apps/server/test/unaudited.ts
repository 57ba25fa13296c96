/** Operations that change something and leave no entry, each with the reason. */
export const unaudited: Readonly<Record<string, string>> = {
  'auth.jwtGenerate': 'a sign-in: only a refused address is entered',
  'auth.oauthToken': 'a sign-in',
  'conversionActions.achieved': 'traffic: what a visitor did',
  'liveChatAgents.update': 'traffic: agents change their status all day',
  'liveChatVisitors.updateCustomVariableResults': 'traffic: what is known of a visitor',
  'parley.refresh': 'a sign-in',
  'parley.signIn': 'a sign-in',
  'parley.signOut': 'a sign-in',
}
