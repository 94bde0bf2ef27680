/** Everyday words whose class their ending does not show, in their plain form. */

import { wordSet } from './lexicon.ts'

/** Nouns that are no verbs. */
export const NOUNS = wordSet(`
  adult advert advice affair agenda agent alcohol ally analysis animal anomaly app area article
  aspect assault assembly asset asylum attitude background bail bank bar basis bed behaviour board
  body boy branch brothel budget cafe car card case category cell centre chain chair channel child
  childcare children choice church citizen clause client clinic club code colleague collective
  college committee company complaint consent constabulary council counsellor country county
  couple course court crew crime criminal crisis criteria custody custom data database deadline
  death decade details detective diagnosis diary directory discourse disease district door drug
  duty earnings economy effort email entry episode error estate ethics event example executive
  expert exposure eye fact factory faith family fee feedback fellow festival figures flat food
  forum framework fraud friend future gang girl goal group guideline handbook health helpline
  history home homes hospital hostel hotel hour household hq human hygiene idea image imagery
  incident income individual industry initiative injury inquest inquiry institute internet
  inventory job journal journey jury justice knowledge lab lady landlord language law leaflet
  level liaison liberty life london loss magazine man manifesto material media medicine memo
  memoir memorial memory men metric migrant mind minority minute money monopoly month motive mp
  mps narrative neighbour news ngo ngos nhs night norm nurse office official ombudsman opinion
  outcome outlet outreach page pamphlet parent parlour party path patient penalty people
  percentage period person personnel perspective phase philosophy photo phrase planet politician
  politics poor portal portfolio poverty premises principle prison problem procedure product
  professional protocol public purpose race rally reason recipient regime region relative relief
  religion resident resource revenue right rights road role room salary sauna scandal scenario
  scholar school scope script seminar senate sense sergeant series sex shame sheriff size skill
  slogan son space spouse staff standards statistics status statute stigma story strategy street
  student subject sum summit surroundings survivor system table taxi team tenant term territory
  theatre theme theory therapy thought ticket time tip title tool topic total town traffic
  tribunal truth type union unit venue verdict victim victory video village virus wage ward wealth
  web website week weekend welfare well-being wife woman women word workforce workplace workshop
  world year youth zone
`)

/** Words that are nouns and verbs alike. */
export const NOUN_OR_VERB = wordSet(`
  abuse access account act address advance advocate aid aim alert amount answer appeal approach
  archive arrest attack attempt audit award balance ban base benefit bid bill blame block book
  border brief bully call campaign care cause challenge champion change charge check claim coach
  combat comment conduct conflict contact contest contract contrast control cost count counter
  cover crack credit cut damage date deal debate debt decline decrease default defeat delay demand
  deposit design desire detail display dispute document doubt draft drive drop earn effect end
  escape escort estimate evidence exchange excuse exercise exhibit exit experience exploit export
  face fail fall favour fear feature feel field fight figure file film find fine fire fit flow
  focus force form frame function fund gain gather grant grasp guarantee guard guide halt handle
  harm hate head help highlight hit hold hope house impact import increase influence interest
  interview invite issue judge jump label lack land launch lead leave license limit line link list
  live load loan lobby lock look love manual map mark market match matter measure mention model
  monitor move murder name need network note notice object offer officer order outline package
  park part partner pass pattern pay permit phone picture pilot place plan play pledge plot point
  police poll pool position post pressure price process produce profile profit programme progress
  project promise protest purchase pursuit push question raid range rank rape rate reach record
  recruit reform refuge refuse register regret reject release remark rent repair repeat reply
  report request rescue research respect response rest result return review reward ring rise risk
  rule run sale sanction say scale schedule scheme screen search section seek sentence service set
  share shelter shift shop show sign signal site sound source speak spread stage stake stand
  standard start state step stop store strain stream stress strike struggle study supply support
  surge survey suspect switch talk target task tax test text thank threat tie touch track trade
  train transfer transport trap travel treat trend trial trust try turn use value view visit voice
  vote walk warrant waste watch welcome win wish witness work worry wound yield
`)

/** Verbs that are no nouns. */
export const VERBS = wordSet(`
  accept achieve acknowledge add adopt affect agree allow alter announce appear apply appoint
  approve argue arrange ask assess assist assume attend attract avoid become begin behave believe
  belong bring build buy calculate carry choose cite close collect come commission commit
  communicate compare complain complete comply conclude confirm consider consist constitute
  consult contain continue contribute convict convince cooperate cope create deliver deny depend
  describe deserve deter determine develop die differ disagree discourage discover discriminate
  discuss dismiss divide do earn embed empower enable encourage endanger endorse enforce engage
  enjoy ensure enter establish evaluate examine exist expand expect explain exploit expose express
  extend facilitate feel follow forbid forget foster fulfil gather get give go grow hamper happen
  have hear hide hinder ignore illustrate imagine implement imply impose improve include indicate
  inform inspect introduce investigate involve join keep know learn let listen lose maintain make
  mean meet occur open oppose own participate perform persuade pose prefer prepare present
  preserve prevent proceed prohibit promote propose prosecute protect prove provide publish pursue
  put receive recommend recover reduce refer reflect refuse regard reinforce reject relate rely
  remain remember remove render replace represent require resist resolve respond restore restrict
  retain reveal safeguard satisfy say see seek seem select sell send separate serve settle sit
  solve speak spend strengthen submit succeed suffer suggest suppose sustain take teach tell tend
  think thrive throw tolerate undermine understand undertake uphold urge violate want warn wear
  win write
`)

/** Adjectives. */
export const ADJECTIVES = wordSet(`
  adequate adult advance alleged apt average aware bad bare best better big black blind brave
  brief broad calm cheap chief civil clear close closer common complete complex concrete core
  corporate correct daily dead deaf deep desperate difficult direct distinct diverse drug-using
  due eager early eastern easy elder elderly entire everyday exact expert extra extreme fair false
  familiar female fine firm first foreign former free fresh front full further future gay genuine
  good grave great gross hard harsh healthy high honest huge human ill immediate inadequate
  individual indoor inner intimate joint junior just key known large last late latest lay lead
  leading likely little lone long long-term low main major male mature mere mid migrant mild minor
  minority missing mixed modern multiple naked narrow near new next nice non northern obscene odd
  off-street old older on-street only open outdoor outside overall own paramount particular past
  poor present prime prior private professional prompt proper public pure quick quiet rare raw
  ready regular remote rich right robust rough routine sacred sad safe same second secret secure
  senior separate severe sharp short sick similar simple single slight slow small smart soft sole
  solid sound southern specialist steep straight strange street-based strict strong sudden sure
  tender third thorough tight tiny top total tough trans transgender true ugly undocumented unique
  upset urban vague vast very vivid weak weekly welsh western white whole wide wild wise wrong
  young younger
`)

/** Words in -ing that are nouns in their own right. */
export const NOUNS_IN_ING = wordSet(`
  advertising briefing building clothing counselling evening finding funding grooming hearing housing learning licensing
  meeting mentoring monitoring morning parenting planning policing proceeding profiling reporting safeguarding screening
  sentencing setting sibling spring thing trafficking training understanding vetting warning wellbeing whistleblowing
`)

/** Past forms that are no nouns and do not end in -ed. */
export const PAST_FORMS = wordSet(`
  became began brought built bought came caught chose chosen dealt did drawn drew driven drove fell felt fought found
  gave given gone got grew heard held hid kept knew known laid lay led left lent lost made meant met paid ran rose said
  sat saw seen sent shown sold sought spent spoke spoken stood stuck swore taken taught thought told took understood
  undertook went won wore written wrote
`)
