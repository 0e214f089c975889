import { expect, test } from 'vitest';
import { noSuchName, readName } from '../../offline/resolver.ts';
import { readTrace } from '../../offline/trace.ts';

const LOOPBACK_TCP =
  '16420 connect(28<TCP:[440010]>, {sa_family=AF_INET, sin_port=htons(40231), sin_addr=inet_addr("127.0.0.1")}, 16) = -1 EINPROGRESS (Operation now in progress)';
const UDP_WITHOUT_SEND =
  '16420 connect(30<UDPv6:[440011]>, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:4860:4860::8888", &sin6_addr), sin6_scope_id=0}, 28) = 0';

test('what stays on this computer, and a socket that sends nothing, are no attempts', () => {
  const traced = readTrace(
    [
      LOOPBACK_TCP,
      UDP_WITHOUT_SEND,
      '16 connect(3<UNIX-STREAM:[1]>, {sa_family=AF_UNIX, sun_path="/tmp/.X11-unix/X0"}, 20) = 0',
      '16 sendmsg(12<UNIX:[441686->441687]>, {msg_name=NULL, msg_namelen=0}, MSG_NOSIGNAL) = 8',
      '16 sendto(9<NETLINK:[ROUTE:16]>, [...], 20, 0, {sa_family=AF_NETLINK, nl_pid=0}, 12) = 20',
      '16 sendto(28<TCP:[127.0.0.1:50000->127.0.0.1:40231]>, ""..., 9, 0, NULL, 0) = 9',
      '16 connect(8<UDP:[2]>, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("0.0.0.0")}, 16) = 0',
    ].join('\n'),
  );
  expect(traced).toEqual({
    attempts: [],
    loopbackPorts: [40231],
    silentUdp: ['[2001:4860:4860::8888]:443'],
    listens: [],
    otherSockets: [],
    calls: 7,
  });
});

test.each([
  [
    'a connection to an address',
    '16 connect(28<TCP:[1]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("203.0.113.1")}, 16 <unfinished ...>',
    { what: 'connected', to: '203.0.113.1:443' },
  ],
  [
    'one over IPv6',
    '16 connect(28<TCPv6:[1]>, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr), sin6_scope_id=0}, 28) = -1',
    { what: 'connected', to: '[2001:db8::1]:80' },
  ],
  [
    'a packet to an address that the call names',
    '16 sendto(30<UDP:[1]>, ""..., 20, 0, {sa_family=AF_INET, sin_port=htons(3478), sin_addr=inet_addr("203.0.113.14")}, 16) = 20',
    { what: 'sent', to: '203.0.113.14:3478' },
  ],
  [
    'a packet on a socket connected before',
    '16 sendto(30<UDP:[10.203.0.2:5000->203.0.113.6:4433]>, ""..., 20, 0, NULL, 0) = 20',
    { what: 'sent', to: '203.0.113.6:4433' },
  ],
  [
    'a look-up, though the resolver is on this computer',
    '16 sendmmsg(30<UDP:[127.0.0.1:5000->127.0.0.1:53]>, [{msg_hdr={msg_name=NULL}}], 2, MSG_NOSIGNAL) = 2',
    { what: 'looked up', to: '127.0.0.1:53' },
  ],
  [
    'a look-up by the resolver of the system',
    '16 connect(9<UNIX-STREAM:[1]>, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = 0',
    { what: 'asked the resolver of the system', to: '/var/run/nscd/socket' },
  ],
])('%s is an attempt', (_name, line, attempt) => {
  expect(readTrace(line).attempts).toEqual([attempt]);
});

test('the name service is not asked where it is not there, but a resolver that only knows names is', () => {
  const asked = (path: string) =>
    readTrace(
      `16 connect(9<UNIX-STREAM:[1]>, {sa_family=AF_UNIX, sun_path="${path}"}, 110) = -1 ENOENT (No such file or directory)`,
    );
  expect(asked('/var/run/nscd/socket')).toMatchObject({ attempts: [], otherSockets: [] });
  expect(asked('/run/systemd/resolve/io.systemd.Resolve').attempts).toHaveLength(1);
});

test('a port that is listened on is told', () => {
  const line = '16 listen(22<TCP:[0.0.0.0:8080]>, 511) = 0';
  const own = '16 listen(22<UNIX-STREAM:[4,@"sweetspot"]>, 511) = 0';
  expect(readTrace(`${line}\n${own}`).listens).toEqual(['0.0.0.0:8080']);
});

test('the resolver reads a name and says that there is none', () => {
  const query = Buffer.from('1234010000010000000000000377777707657861', 'hex');
  const whole = Buffer.concat([query, Buffer.from('6d706c6500', 'hex'), Buffer.from([0, 1, 0, 1])]);
  expect(readName(whole)).toBe('www.example');
  expect(noSuchName(whole).subarray(0, 4).toString('hex')).toBe('12348183');
});

test('a local socket that is none of those the app speaks to is named', () => {
  const connect = (path: string) =>
    `16 connect(3<UNIX-STREAM:[1]>, {sa_family=AF_UNIX, sun_path=${path}}, 20) = 0`;
  const traced = readTrace(
    [
      '"/tmp/.X11-unix/X0"',
      '@"/tmp/.X11-unix/X10"',
      '"/run/user/1000/bus"',
      '"/run/dbus/system_bus_socket"',
      '"/run/user/1000/wayland-0"',
      '"/run/user/1000/at-spi/bus_0"',
      '"/root/.cache/at-spi/bus"',
      '@"sweetspot-639241c89cf53599d06aa2db"',
      '"/tmp/.X11-unix/X0/../elsewhere"',
      '"/run/docker.sock"',
    ]
      .map(connect)
      .join('\n'),
  );
  expect(traced.otherSockets).toEqual(['/tmp/.X11-unix/X0/../elsewhere', '/run/docker.sock']);
});
