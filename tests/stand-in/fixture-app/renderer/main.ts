/** @file The page of the fixture app: shows that its script ran, and what a style with the nonce does. */
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

for (const [name, value] of [
  ['allowed', nonce],
  ['refused', ''],
]) {
  const style = document.createElement('style');
  if (value !== undefined && value !== '') style.setAttribute('nonce', value);
  style.textContent = `:root { --${name ?? ''}: yes }`;
  document.head.append(style);
}
document.body.dataset['ran'] = 'yes';

try {
  Reflect.construct(Function, ['return 1']);
  document.body.dataset['eval'] = 'allowed';
} catch {
  document.body.dataset['eval'] = 'refused';
}
