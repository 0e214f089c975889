/** @file Runs in LinkedIn's pages, reads nothing of them, and says one thing: look again. */
const look = () => void (chrome.runtime.id && chrome.runtime.sendMessage('look').catch(() => null));
for (const name of ['focus', 'blur']) addEventListener(name, look);
document.addEventListener('visibilitychange', look);
