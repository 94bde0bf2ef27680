/** The closed classes of English, and the small groups of words that its grammar treats alike. */

/** A set of words from a list with spaces. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** The articles. */
export const ARTICLES = wordSet('a an the')

/** Conjunctions that join words of one kind. */
export const JOINTS = wordSet('and or')

/** Prepositions. */
export const PREPOSITIONS = wordSet(`
  about above across after against along alongside amid among amongst around as at before behind below beneath beside
  between beyond by concerning despite down during except following for from in inside into like near of off on onto out
  outside over pending per regarding since than through throughout to toward towards under underneath unlike until up
  upon versus via with within without
`)

/** Other conjunctions. */
export const CONJUNCTIONS = wordSet(`
  although and because but if lest nor or plus provided so than that though unless until when whenever where whereas
  wherever whether while yet
`)

/** Pronouns, and "there" and "here", which take their place. */
export const PRONOUNS = wordSet(`
  anybody anyone anything everybody everyone everything he hers herself him himself i it itself me mine myself nobody none
  nothing ours ourselves she somebody someone something theirs them themselves they us we what whatever which who whoever
  whom whose you yours yourself yourselves there here
`)

/** Pronouns after which a verb comes, not a noun. */
export const SUBJECTS = wordSet('i you he she it we they who which')

/** Relative pronouns that stand for people only. */
export const RELATIVES = wordSet('who whose whom')

/** Possessive determiners. */
export const POSSESSIVES = wordSet('my your his her its our their whose')

/** Articles, possessives, numbers and other determiners. */
export const DETERMINERS = wordSet(`
  a all an another any both certain each either enough every few fewer half her his its less many more most much my neither
  no other our several some such that the their these this those your one two three four five six seven eight nine ten
  eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
  eighty ninety hundred hundreds thousand thousands dozen dozens
`)

/** Determiners that only a singular can follow. */
export const SINGULAR_DETERMINERS = wordSet('a an another each either every neither one this that')

/** Determiners that only what can be counted can follow: never "sex work" by itself. */
export const COUNTING_DETERMINERS = wordSet(
  'a an another each every one two three four many several',
)

/** Determiners that only a plural can follow: never "sex worker" by itself. */
export const PLURAL_DETERMINERS = wordSet(
  'two three four five six seven eight nine ten many several few these those both all most',
)

/** Determiners that stand in "all the same", not in "the safety of no person". */
export const UNMOVED_DETERMINERS = wordSet('no more fewer less enough such much neither')

/** What goes before "of" and takes a part of those who are named: "some of the elderly". */
export const PARTS = wordSet('one each all some most many none half few both any')

/** Words with which an object or another noun begins. */
export const OBJECT_BEGINNINGS = wordSet(`
  a an the their his her its our your my these those this that them him us no any all some many most
`)

/** Forms of "be", and of "get" where it makes a passive. */
export const BE = wordSet(
  "am are be been being is isn't aren't wasn't weren't was were get gets got getting",
)

/** Forms of "have". */
export const HAVE = wordSet("had has have having haven't hasn't hadn't")

/** Auxiliaries before a plain verb, and "to". */
export const MODALS = wordSet(`
  can can't cannot could couldn't did didn't do does doesn't don't may might must mustn't ought shall should shouldn't to
  will won't would wouldn't
`)

/** Adverbs that do not end in -ly. */
export const ADVERBS = wordSet(`
  abroad again ago ahead almost alone already also altogether always anyway apart away back downstairs else elsewhere
  enough even ever far first forward further hence here home how however indeed indoors instead just last later least less
  likewise maybe moreover much nearby never nevertheless next not now nowadays often once online only otherwise outdoors
  overnight perhaps quite rather seldom sometimes somewhat soon still then there therefore thus today together tomorrow
  tonight too twice upstairs very well why worldwide yesterday yet
`)

/** Adjectives and nouns that speak of what somebody does, and so do not go with "person who does it". */
export const ROLE_ADJECTIVES = wordSet(`
  active alleged amateur aspiring bogus casual current experienced ex failed first-time former frequent full-time future high-class
  high-end high-risk illegal independent indoor known legal licensed lone low-paid new occasional off off-street
  on-street online outdoor part-time potential private professional prospective refused registered regular repeat retired self-described
  self-employed self-identified so-called street street-based suspected underage unlicensed unregistered would-be
`)

/** Those of them that as readily go with a noun behind: "new sex worker project". */
export const GENERAL_ADJECTIVES = wordSet(
  'active current future independent new potential professional regular',
)

/** Adjectives that speak of a person, and so belong to the person in "migrant sex worker project". */
export const PERSON_ADJECTIVES = wordSet(`
  adult asian black british disabled elderly ethnic exploited female foreign gay homeless lesbian male marginalised
  migrant minority murdered older street-based trafficked trans transgender undocumented vulnerable white young younger
`)

/** Words for one person that a relative clause can hang on in the place of "person". */
export const PERSONS = wordSet(`
  adult boy child father girl individual man migrant mother parent patient person resident student survivor teenager woman
`)

/** Words for several. */
export const PEOPLE = wordSet(`
  adults boys children fathers girls individuals men migrants mothers parents patients people persons residents students
  survivors teenagers those women
`)

/** Words for people in general: any other word for people can take their place. */
export const ANY_PERSON = wordSet('person people persons individual individuals')

/** Plurals that do not end in -s. */
export const IRREGULAR_PLURALS = wordSet(`
  chairmen children criteria data lives media men people phenomena police policemen policewomen spokesmen staff those
  wives women
`)

/** Past forms that differ from the participle. */
export const STRONG_PASTS = wordSet(`
  ate became began bit blew broke came chose did drank drew drove fell flew forbade forgave forgot froze gave grew hid
  knew overcame ran rang rode rose sang saw shook spoke stole swam swore threw took tore undertook was went were withdrew
  wore wrote
`)

/** Verbs that a noun and a plain verb follow: "help a man leave". */
export const CAUSATIVES = wordSet(
  'help helps helped helping let lets letting make makes made making see saw hear heard',
)

/** Verbs that a person and a thing follow: "give people advice". */
export const GIVING = wordSet(`
  allow allowed allows cost costs denied denies deny denying gave give given gives giving grant granted granting grants
  guarantee guaranteed guarantees offer offered offering offers owe owed owes paid pay paying pays provide send sending
  sends sent show showed showing shows taught teach teaches teaching tell telling tells told
`)

/** Verbs and nouns before which an -ing form does not stand: "make use of", "leave selling sex". */
export const BEFORE_NO_GERUND = wordSet(`
  enter entered entering enters exit exited exiting exits join joined joining joins leave leaves leaving left made make
  makes making
`)

/** Words after which "in" and an -ing form stand: "involved in selling sex", but not "women in selling sex". */
export const BEFORE_IN_AND_GERUND = wordSet(`
  decline engage engaged engagement engages engaging experience fall growth increase interest interested involved
  involvement part participate participated participates participating participation rise role
`)

/** Nouns that are joined to people by "of": their safety, not a safety for them. */
export const OF_HEADS = wordSet(`
  allies ally arrest arrests autonomy bodies collective communities community consent conviction convictions count counts
  criminalisation death deaths decriminalisation deportation dignity discrimination earnings empowerment evidence
  experience experiences exploitation families family health homicide homicides income killing killings labour lives
  movement movements murder murders need needs network networks number numbers opinion opinions organisation
  organisations perspective perspectives population populations prosecution rape rapes rights safety sample security
  situation stereotype stereotypes stories story testimonies testimony union unions victimisation view views visibility
  voice voices vulnerability welfare wellbeing
`)

/** Nouns that are joined to their subject by "on". */
export const ON_HEADS = wordSet(`
  act advice article bill book brief briefing bulletin campaign chapter clause code conference consultation data debate
  document event evidence factsheet figures file guidance guide guideline guidelines handbook hearing information
  inquiry instruction instructions law laws leaflet lecture legislation literature manual meeting memo module page
  pamphlet paper policies policy position presentation proposal proposals protocol publication question questions reform
  reforms report reports research review rules section seminar session speech stance statement statements statistics
  strategies strategy studies study survey text toolkit training view views vote workshop work
`)

/** Nouns that only name what stands before them, or are the same people: nothing can be joined to them. */
export const NAMING_HEADS = wordSet(`
  activist activists category client clients identity label leader leaders member members name participant participants
  phrase representative representatives respondent respondents role speaker speakers status tag term title victim
  victims volunteer volunteers witness witnesses word
`)

/** Bodies that people form: "the sex workers’ union" is a union of them, not the union of certain ones. */
export const BODIES = wordSet(`
  association centre charity clinic coalition collective group movement network organisation project union
`)

/** How the second part of a compound goes on when the first is moved behind it. */
export const COMPOUND_PARTS: ReadonlyMap<string, string> = new Map([
  ['centred', 'centred on'],
  ['focused', 'focused on'],
  ['led', 'led by'],
  ['owned', 'owned by'],
  ['related', 'related to'],
  ['run', 'run by'],
  ['specific', 'specific to'],
])
