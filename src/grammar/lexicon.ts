/**
 * What English needs to know by heart: closed classes, irregular forms, and the everyday words whose
 * class their ending does not show. It holds language only, no terms.
 */

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

export const PREPOSITIONS = set(`
  about above across after against along alongside amid among amongst around as at before behind below
  beneath beside between beyond by concerning despite down during except following for from in inside
  into like near of off on onto out outside over past pending per regarding since than through
  throughout to toward towards under underneath unlike until up upon versus via with within without
`)

export const CONJUNCTIONS = set(`
  although and because but if lest nor or plus provided so than that though unless until when whenever
  where whereas wherever whether while yet
`)

export const PRONOUNS = set(`
  anybody anyone anything everybody everyone everything he hers herself him himself i it itself me mine
  myself nobody none nothing one ours ourselves she somebody someone something theirs them themselves
  they us we what whatever which who whoever whom whose you yours yourself yourselves there here
`)

/** Pronouns after which a verb comes, not a noun. */
export const SUBJECTS = set('i you he she it we they who which')

export const POSSESSIVES = set('my your his her its our their whose')

export const DETERMINERS = set(`
  a all an another any both certain each either enough every few fewer half her his its less many more
  most much my neither no other our several some such that the their these this those two three
  four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
  twenty thirty forty fifty sixty seventy eighty ninety one hundred hundreds thousand thousands dozen dozens your
`)

/** Determiners that only a plural can follow: a singular after them stands before another noun. */
export const PLURAL_DETERMINERS = set(
  'two three four five six seven eight nine ten many several few these those both all most',
)

/** Determiners that only a singular noun can follow. */
export const SINGULAR_DETERMINERS = set('a an another each either every neither one this that')

export const BE = set(
  "am are be been being is isn't aren't wasn't weren't was were get gets got getting",
)

export const HAVE = set("had has have having haven't hasn't hadn't")

export const MODALS = set(`
  can can't cannot could couldn't did didn't do does doesn't don't may might must mustn't ought shall
  should shouldn't to will won't would wouldn't
`)

export const ADVERBS = set(`
  abroad again ago almost alone already also altogether always anyway apart away back downstairs else
  elsewhere enough even ever far forward further hence here home how however indeed indoors instead just
  later least less likewise maybe moreover much nearby never nevertheless next not now nowadays often once
  online only otherwise outdoors overnight perhaps quite rather seldom sometimes somewhat soon still then
  there therefore thus today together tomorrow tonight too twice upstairs very well why worldwide
  yesterday yet first last ahead
`)

/** Nouns that are no verbs, as far as they do not show it by their ending. */
export const NOUNS = set(`
  abuse access account action activist address adult advert advice advocacy affair agency agenda agent alcohol alert
  allegation alliance amount analysis animal apartment app area argument arrest article aspect assault asset
  association asylum attitude authority background bail bank bar barrier basis bed behaviour benefit bill board
  body book bookings boy branch brothel budget building business cafe campaign campaigner car card care career case
  category cell centre chain chair chance channel chapter character charity child childcare choice church circumstance
  citizen city clause client clinic club coalition code colleague collective college committee communications
  community company complaint condition condom conduct conference connection consent consequence consultation
  contraception contract control conviction corporation costs council counsellor country county couple course court
  crew crime criminal crisis criteria criticism culture custody custom customer data database date daughter deadline
  death debt decade decision definition delay department deposit detail detective diagnosis dialogue diary dignity
  disability discourse disease dispute district doctor document door draft drug duty earnings economy education effect
  effort email emergency employer employment entry environment episode error estate ethics event evidence example
  executive expert exposure eye fact factor faith family father fee fellow feedback festival figure file finance
  finding fine flat food force form forum foundation framework fraud freedom friend future gang gender girl goal
  government grant group guide guideline guidance handbook health hearing helpline history home homes hospital hostel
  hotel hour house household housing human hygiene idea identity ideology illness image imagery immigration impact
  incident income individual industry inequality information infrastructure initiative injury inquest inquiry inspector
  institution institute instruction insurance intelligence interest internet interpreter investor issue job journal
  journey judge jurisdiction jury justice knowledge lab lady landlord language law lawyer leader leaflet
  legislation legislature level liaison liberty licence life livelihood location lobby london loss magazine
  majority man manager manifesto market material matter media medicine meeting member memo memoir memorial metric
  migrant mind minority minute mission model moment money month mother motive movement name narrative nation
  neighbour neighbourhood network news newspaper night norm nurse number occupation offence offender office officer
  official operator opinion option outcome outreach owner page pamphlet paper parent parliament part
  partner party path patient peer penalty people perception percentage period permit person personnel
  perspective petition phase philosophy phone photo phrase pilot place planet police policy politician politics
  poll poor portal portfolio poverty power premises price principle priority prison privacy problem
  procedure process product profession professional profit programme proportion prosecutor protocol
  provider psychology public purpose quality quantity quarter race rape rate reality reason recipient refuge
  regime region register regulation regulator relation relative relief religion rent resident resource
  result revenue right rights risk road role room salary saturday scale scandal scenario scheme scholar school science scope
  screening script sector security seminar senate sense sentence sergeant series service session setting sex
  sexuality shame shop site situation size skill slogan society solicitor solution son source space spouse
  staff standards state statement statistics status statute stigma story strategy street student subject sum
  summit survivor suspect system table tax taxi teacher team technology tenant term territory terminology text theatre
  theme theory therapy thing thought threat ticket time tip title tool topic total town tradition traffic tribunal
  trust truth type union unit university user venue verdict victim video village violence virus vision voice
  volunteer voter vulnerability wage ward warning wealth web website memory factory directory inventory victory week weekend welfare wellbeing well-being wife
  winter witness woman women word workforce worker workplace workshop world writer year youth zone
  children men earnings surroundings details conditions figures circumstances
  ombudsman nhs ngo mp mps ngos hq constabulary sheriff outlet parlour sauna escort
`)

/** Words that are nouns and verbs alike. */
export const NOUN_OR_VERB = set(`
  abuse access account act address advance advocate aid aim alert amount answer appeal approach archive arrest attack
  attempt audit award balance ban base benefit bid bill blame block book border brief bully call campaign
  care cause challenge champion change charge check claim coach combat comment conduct conflict contact contest
  contract contrast control cost count counter cover crack credit cut damage date deal debate debt decline decrease
  default defeat delay demand deposit design desire detail display dispute document doubt draft drive drop
  earn effect end escape escort estimate evidence exchange excuse exercise exit exhibit experience exploit export
  face fail fall favour fear feature feel field fight figure file film find fine fire fit flow focus force form
  frame function fund gain gather grant grasp guarantee guard guide halt handle harm hate head help highlight hit
  hold hope house impact import increase influence interest interview invite issue judge jump label lack land
  launch lead leave license limit line link list live load loan lobby lock look love manual map mark market match
  matter measure mention model monitor move murder name need network note notice object offer officer order outline
  package park part partner pass pattern pay permit phone picture pilot place plan play pledge plot point police
  poll pool position post pressure price process produce profile profit programme progress project promise protest
  purchase pursuit push question raid range rank rape rate reach record recruit reform refuge refuse register regret
  reject release remark rent repair repeat reply report request rescue research respect response rest result return
  review reward ring rise risk rule run sale sanction say scale schedule scheme screen search section seek sentence
  service set share shelter shift shop show sign signal site sound source speak spread stage stake stand standard
  start state step stop store strain stream stress strike struggle study supply support surge survey suspect switch
  talk target task tax test text thank threat tie touch track trade train transfer transport trap travel treat
  trend trial trust try turn use value view visit voice vote walk warrant waste watch welcome win wish witness
  work worry wound yield
`)

/** Verbs that are no nouns, in their plain form. */
export const VERBS = set(`
  accept achieve acknowledge add adopt advertise advise affect agree allow announce appear apply appoint approve argue
  arise arrange ask assess assist assume attend attract avoid become begin behave believe belong bring build buy calculate
  alter carry choose cite close collect come commission commit communicate compare complain complete comply conclude confirm
  consider consist constitute consult contain continue contribute convict convince cooperate cope create criminalise
  criticise deliver deny depend deserve describe deter determine develop die discover differ disagree discourage discriminate
  discuss dismiss divide do earn embed empower enable encourage endanger endorse enforce engage enjoy ensure enter
  establish evaluate examine exist expand expect explain exploit expose express extend facilitate feel finalise
  follow forbid forget foster fulfil gather get give go grow hamper happen have hinder hear hide identify ignore
  illustrate imagine implement imply impose improve include indicate inform inspect introduce investigate
  involve join justify keep know learn let listen lose maintain make marginalise mean meet minimise occur oppose
  own participate perform persuade pose prefer prepare present preserve prevent prioritise proceed prohibit promote propose
  prosecute protect prove provide publish pursue put raise realise receive recognise recommend recover reduce render
  refer reflect refuse regard reinforce reject relate rely remain remember remove replace represent require
  resist resolve respond restore restrict retain reveal safeguard satisfy say see seek seem select sell send separate
  serve settle sit solve speak specify spend stigmatise strengthen submit succeed suffer suggest suppose sustain take
  teach tell tend think thrive throw tolerate undermine understand undertake uphold urge verify violate
  want warn wear win write open meet
`)

/** Past forms that are no nouns and do not end in -ed. */
export const PAST_FORMS = set(`
  became began brought built bought came caught chose dealt did drew drove fell felt fought found gave given gone got
  grew heard held hid kept knew known laid lay led left lent lost made meant met paid ran rose said sat saw
  seen sent shown sold sought spent spoke spoken stood stuck swore taken taught thought told took understood undertook
  went won wore written wrote chosen driven drawn forced
`)

/** Adjectives, as far as they do not show it by their ending. */
export const ADJECTIVES = set(`
  able absent adequate adult advance alive alleged alternative annual apt asian average aware bad bare basic best better big
  black blind brave brief british broad calm careful central cheap chief civil clean clear closer close common complete
  complex concrete core corporate correct current daily dead deaf decent deep desperate different difficult
  direct distinct diverse due eager early easy elder elderly entire equal ethnic everyday exact expert extra extreme fair false familiar
  famous female final financial fine firm first flexible foreign former free frequent fresh front full fundamental
  further future gay general genuine good gradual grave great gross hard harsh healthy high homeless honest huge human
  ill immediate inadequate independent individual indoor inner intimate joint junior just key known large last late latest lay lead
  leading lesbian likely little lone long long-term low main major male mature mere mid migrant mild minor missing mixed modern mutual
  naked narrow near neutral new next nice non normal obscene odd off-street old older on-street only open outdoor
  outside overall own paramount particular past permanent poor possible potential precarious present
  previous primary prime prior private professional prompt proper public pure quick quiet rare raw ready real recent
  regular relevant remote rich right robust rough routine rural sacred sad safe same second secret secure senior separate severe sexual
  sharp short sick significant silent similar simple single slight slow small smart social soft sole solid sound
  special specialist specific steep straight strange strategic street-based strict strong sudden sufficient
  suitable sure temporary tender third thorough tight tiny top total tough trans transgender true typical ugly unique
  upset urban urgent usual vague various vast very violent visible vital vivid wary weak weekly welsh white whole
  wide wild wise wrong young younger drug-using undocumented multiple black minority mental
`)

/** Adjectives that speak of what somebody does, and so do not go with "person who does it". */
export const ROLE_ADJECTIVES = set(`
  active alleged amateur casual current experienced ex former frequent full-time future high-class high-end illegal independent
  indoor known legal licensed lone new occasional off-street off on-street online online-based outdoor part-time
  potential private professional prospective regular registered retired self-employed self-identified
  self-proclaimed so-called street street-based suspected unlicensed would-be aspiring first-time high-risk
  low-paid underage unregistered casual self-described
`)

/** Those of them that as readily go with a noun behind: "new sex worker project". */
export const GENERAL_ADJECTIVES = set(
  'active current future independent new potential professional regular',
)

/** Adjectives that speak of a person, and so belong to the person in "migrant sex worker project". */
export const PERSON_ADJECTIVES = set(`
  adult asian black british disabled elderly ethnic female foreign gay homeless lesbian male marginalised migrant minority murdered older
  trafficked trans transgender undocumented vulnerable white young younger exploited street-based
`)

/** Words for people that a relative clause can hang on in the place of "person". */
export const PERSON_NOUNS: ReadonlyMap<string, 'one' | 'many'> = new Map([
  ...[
    'person',
    'individual',
    'woman',
    'man',
    'mother',
    'father',
    'parent',
    'adult',
    'student',
    'migrant',
    'survivor',
    'patient',
    'girl',
    'boy',
    'child',
    'teenager',
    'resident',
  ].map((noun) => [noun, 'one'] as const),
  ...[
    'people',
    'persons',
    'individuals',
    'women',
    'men',
    'mothers',
    'fathers',
    'parents',
    'adults',
    'students',
    'migrants',
    'survivors',
    'patients',
    'girls',
    'boys',
    'children',
    'teenagers',
    'residents',
    'those',
  ].map((noun) => [noun, 'many'] as const),
])

/** Words for people in general: any other word for people can take their place. */
export const ANY_PERSON = set('person people persons individual individuals')

export const IRREGULAR_PLURALS = set(`
  people women men children police criteria media data policemen policewomen chairmen spokesmen phenomena
  those lives wives staff
`)

/** Words in -ing that are nouns in their own right. */
export const NOUNS_IN_ING = set(`
  advertising briefing building clothing counselling evening finding funding grooming hearing housing learning licensing
  meeting mentoring monitoring morning parenting planning policing proceeding profiling reporting safeguarding screening
  sentencing setting sibling spring thing trafficking training understanding vetting warning wellbeing whistleblowing
`)

/** Nouns that are joined to people by "of": their safety, not a safety for them. */
export const OF_HEADS = set(`
  arrest arrests autonomy bodies collective community communities consent conviction convictions criminalisation death deaths
  decriminalisation deportation dignity discrimination earnings evidence exploitation experience experiences families family
  health homicide homicides income killing killings labour lives murder murders need needs network networks number numbers
  opinion opinions organisation organisations perspective perspectives population populations prosecution rape rapes rights safety sample security
  situation stereotype stereotypes stories story testimony testimonies union unions victimisation view views visibility voice
  voices vulnerability welfare wellbeing arrests movement movements empowerment
`)

/** Nouns that only name what stands before them: nothing can be joined to them. */
export const NAMING_HEADS = set('category identity label name phrase role status tag term title word')

/** Nouns that are joined to their subject by "on". */
export const ON_HEADS = set(`
  act advice article bill book brief briefing bulletin campaign chapter clause code conference consultation data debate
  document evidence event evidence factsheet figures file guidance guide guideline guidelines handbook hearing information inquiry
  instruction instructions law laws leaflet lecture legislation literature manual meeting memo module page pamphlet paper policies policy
  position presentation proposal proposals protocol publication question questions reform reforms report reports research review rules section seminar
  session speech stance statement statements statistics strategies strategy studies study survey text toolkit training view views
  vote workshop work
`)

/** What stands for the second part of "led" compounds when the first goes behind it. */
export const COMPOUND_PARTS: ReadonlyMap<string, string> = new Map([
  ['led', 'led by'],
  ['run', 'run by'],
  ['owned', 'owned by'],
  ['focused', 'focused on'],
  ['focussed', 'focussed on'],
  ['related', 'related to'],
  ['specific', 'specific to'],
  ['centred', 'centred on'],
])

/** Past forms that differ from the participle. */
export const STRONG_PASTS = set(`
  ate became began bit blew broke came chose did drank drew drove fell flew forbade forgave forgot froze gave grew hid knew
  overcame ran rang rode rose sang saw shook spoke stole swam swore threw took tore undertook was went were withdrew
  wore wrote
`)

/** Verbs that make another verb or a person and a thing follow: "help a man leave", "give people advice". */
export const BASE_AFTER = set(
  'help helps helped helping let lets letting make makes made making see saw hear heard',
)
export const GIVING = set(`
  allow allows allowed give gives gave given giving offer offers offered offering send sends sent sending show shows showed showing
  teach teaches taught teaching tell tells told telling deny denies denied denying pay pays paid paying grant grants granted
  granting owe owes owed guarantee guarantees guaranteed cost costs provide
`)
