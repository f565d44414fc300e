/** What the shipped weights were trained on: licence and public address of every set, as the model card must say. */
export type Source = { set: string; what: string; licence: string; where: string }

export const SOURCES: readonly Source[] = [
  {
    set: 'own corpus',
    what: 'voices written and labelled for Heed, 12 languages, many trades; labels for 2,100 texts and 23,000 sentences of the sets below',
    licence: 'Apache-2.0',
    where: 'bench/corpus/ in this repository',
  },
  {
    set: 'nhs_fft',
    what: 'patient feedback with sentiment (pxtextmining)',
    licence: 'MIT',
    where: 'https://github.com/The-Strategy-Unit/pxtextmining',
  },
  {
    set: 'goemotions',
    what: 'Reddit comments, 28 labels (Demszky et al. 2020)',
    licence: 'CC BY 4.0',
    where: 'https://github.com/google-research/google-research/tree/master/goemotions',
  },
  {
    set: 'xed',
    what: 'film subtitle lines, 8 emotions, 12 languages (Öhman et al. 2020)',
    licence: 'CC BY 4.0',
    where: 'https://github.com/Helsinki-NLP/XED',
  },
  {
    set: 'pros_cons, product_reviews',
    what: 'pros and cons; review sentences with scored aspects (Hu & Liu; Ding, Liu & Yu; Liu)',
    licence: 'CC BY 4.0',
    where: 'https://www.cs.uic.edu/~liub/FBS/sentiment-analysis.html',
  },
  {
    set: 'vader',
    what: 'rated review snippets and tweet-like texts; the rows, not the word list (Hutto & Gilbert 2014)',
    licence: 'MIT',
    where: 'https://github.com/cjhutto/vaderSentiment',
  },
  {
    set: 'fine_foods',
    what: 'food reviews with stars',
    licence: 'CC0 (second-hand statement)',
    where: 'https://www.kaggle.com/datasets/snap/amazon-fine-food-reviews',
  },
  {
    set: 'womens_clothing, womens_clothing_more',
    what: 'clothing reviews with stars',
    licence: 'CC0 (second-hand statement)',
    where: 'https://www.kaggle.com/datasets/nicapotato/womens-ecommerce-clothing-reviews',
  },
  {
    set: 'cfpb',
    what: 'complaint narratives to a US agency',
    licence: 'US government work',
    where: 'https://www.consumerfinance.gov/data-research/consumer-complaints/',
  },
  {
    set: 'multidogo',
    what: 'customers’ turns in service conversations',
    licence: 'CDLA-Permissive-1.0',
    where: 'https://github.com/awslabs/multi-domain-goal-oriented-dialogues-dataset',
  },
  {
    set: 'star',
    what: 'customers’ turns in service conversations',
    licence: 'MIT',
    where: 'https://github.com/RasaHQ/STAR',
  },
  {
    set: 'taskmaster4',
    what: 'customers’ turns, food ordering',
    licence: 'CC BY 4.0',
    where: 'https://github.com/google-research-datasets/Taskmaster',
  },
  {
    set: 'clinc150',
    what: 'requests with intents (Larson et al. 2019)',
    licence: 'CC BY 3.0',
    where: 'https://github.com/clinc/oos-eval',
  },
  {
    set: 'banking77, nlupp',
    what: 'bank and hotel requests with intents (Casanueva et al. 2020, 2022)',
    licence: 'CC BY 4.0',
    where: 'https://github.com/PolyAI-LDN/task-specific-datasets',
  },
  {
    set: 'natcs',
    what: 'requests from spoken service conversations',
    licence: 'CDLA-Permissive-2.0',
    where: 'https://github.com/amazon-science/dstc11-track2-intent-induction',
  },
  {
    set: 'bitext',
    what: 'template-made service requests',
    licence: 'CDLA-Sharing-1.0 (models are free of it)',
    where: 'https://huggingface.co/datasets/bitext/Bitext-customer-support-llm-chatbot-training-dataset',
  },
  {
    set: 'wisesight_th',
    what: 'Thai social posts, 3-way sentiment',
    licence: 'CC0',
    where: 'https://github.com/PyThaiNLP/wisesight-sentiment',
  },
  {
    set: 'prdect_id',
    what: 'Indonesian shop reviews, 5 emotions (Sutoyo et al. 2022)',
    licence: 'CC BY 4.0',
    where: 'https://doi.org/10.1016/j.dib.2022.108554',
  },
]
