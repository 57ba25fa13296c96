export function ChatsPage() {
  return <main>chats</main>
}
