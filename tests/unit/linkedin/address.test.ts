import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileAddresses, parseAddress } from '../../../shared/linkedin/address.ts';
import { TABLES } from '../../../shared/linkedin/tables.ts';

const match = compileAddresses(TABLES.paths);

/** The rule for a path of the main site. */
function rule(path: string): string | undefined {
  return match(`https://www.linkedin.com${path}`)?.rule;
}

describe('an address', () => {
  it('is taken apart', () => {
    expect(parseAddress('HTTPS://WWW.LinkedIn.com:443/Feed/?a=B#c')).toEqual({
      host: 'www.linkedin.com',
      path: '/feed/',
      query: 'a=B',
    });
    expect(parseAddress('linkedin.com')).toEqual({ host: 'linkedin.com', path: '', query: '' });
  });

  it.each([
    ['ftp://www.linkedin.com/'],
    ['javascript:alert(1)'],
    ['https://user@www.linkedin.com/'],
    ['https://user:pw@www.linkedin.com/'],
    ['https://www.linkedin.com\\@evil.example/'],
    ['https://linkedin.com%2f.evil.example/'],
    ['https://www.linkedin.com./feed/'],
    ['https://.linkedin.com/'],
    ['https://www..linkedin.com/'],
    ['https://l\u0131nkedin.com/'],
    ['https://ｌｉｎｋｅｄｉｎ.com/'],
    ['https://www.linkedin.com:port/'],
    ['https:/www.linkedin.com/'],
    [' https://www.linkedin.com/'],
    ['https://www.linkedin.com /'],
    ['https://[::1]/linkedin.com'],
    ['view-source:https://www.linkedin.com/feed/'],
    [''],
  ])('that browsers do not report, or of another scheme, is none: %j', (address) => {
    expect(match(address)).toBeUndefined();
  });
});

describe('a path', () => {
  it('is told by the longest entry that fits', () => {
    expect(rule('/company/acme')).toBe('/company');
    expect(rule('/company/acme/jobs/')).toBe('/company/*/jobs');
    expect(rule('/company/acme/admin/page-posts')).toBe('/company/*/admin');
    expect(rule('/feed/update/urn:li:activity:1')).toBe('/feed/update');
    expect(rule('/feed/updates')).toBe('/feed');
  });

  it('counts whole parts', () => {
    expect(rule('/jobsearch')).toBe('other');
    expect(rule('/in-maps')).toBe('other');
    expect(rule('/JOBS')).toBe('/jobs');
    expect(rule('//jobs//view')).toBe('/jobs');
  });

  it('leaves query and fragment alone, but for the query that opens the editor', () => {
    expect(rule('/feed/?next=/jobs/')).toBe('/feed');
    expect(rule('/feed/#/jobs/')).toBe('/feed');
    expect(rule('/feed/?a=b&shareActive=true')).toBe('/feed?shareActive=true');
    expect(rule('/feed/?a=shareActive=true')).toBe('/feed');
  });

  it('skips what stands before it: mobile pages, mails, languages', () => {
    expect(rule('/mwlite/in/jan')).toBe('/in');
    expect(rule('/comm/jobs/view/1')).toBe('/jobs');
    expect(rule('/nl-nl/jobs')).toBe('/jobs');
    expect(rule('/pt_br/jobs')).toBe('/jobs');
    expect(rule('/de/jobs')).toBe('/jobs');
    expect(rule('/in/jobs')).toBe('/in');
    expect(rule('/m')).toBe('other');
  });

  it('of a start page is the feed, on the main site alone', () => {
    expect(match('https://nl.linkedin.com')?.rule).toBe('/');
    expect(match('https://about.linkedin.com/')?.rule).toBe('other');
    expect(match('https://learning.linkedin.com/jobs')?.rule).toBe('host:learning');
    expect(match('https://business.linkedin.com/talent-solutions/x')?.activity).toBe('recruiting');
  });
});

describe('a look-alike host', () => {
  const label = fc.stringMatching(/^[a-z0-9]{1,12}$/);
  const path = fc.constantFrom('', '/', '/feed/', '/jobs/view/1', '/in/jan?x=linkedin.com');

  it('is never LinkedIn, whatever stands before or after', () => {
    fc.assert(
      fc.property(label, label, path, (before, after, rest) => {
        for (const host of [
          `${before}linkedin.com`,
          `${before}-linkedin.com`,
          `linkedin.com.${after}.com`,
          `linkedin.com${after}`,
          `linkedin-${after}.com`,
          `www.linkedin.com.${after}`,
          `linkedin.${after}.com`,
          `${before}.com/linkedin.com`,
          `${before}@${after}.com`,
        ]) {
          expect(match(`https://${host}${rest}`)).toBeUndefined();
          expect(match(`${host}${rest}`)).toBeUndefined();
        }
      }),
    );
  });

  it('is not one that is a subdomain', () => {
    fc.assert(
      fc.property(label, (name) => {
        expect(match(`https://${name}.linkedin.com/feed/`)).toBeDefined();
      }),
    );
  });
});
