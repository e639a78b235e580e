// Rings when a push comes, and opens the notices when it is pressed. The words come with the push; it keeps and fetches nothing.
self.addEventListener('push', (event) => {
  let said = {};
  try {
    said = event.data.json();
  } catch {
    // What cannot be read still says that something waits.
  }
  const { title = '狼煙 Noroshi', body = '', lang = 'ja' } = said;
  event.waitUntil(self.registration.showNotification(title, { body, lang, tag: title }));
});

const openNotices = async () => {
  const [open] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open === undefined) return self.clients.openWindow('/notices');
  await open.focus();
  return open.navigate('/notices');
};

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openNotices());
});
