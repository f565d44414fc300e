/**
 * Exports Heed knows by their headers. A shape is recognised when every one of its `needs` is met by one of the names in
 * it; then its `fields` are looked up by name, best name first. Names are plain (see `plainHeader`), so case, spaces,
 * dots and underscores do not matter, and nested JSON and its flattened CSV look alike.
 * Sources: Google Business Profile API v4 and Google Play Console documentation; App Store Connect API; column lists in the
 * public import code of users of Trustpilot, Zendesk, Shopify, HubSpot and Formbricks.
 */
import type { Field, ScoreScale, ShapeName, Target } from './mapping.ts'

export type Shape = {
  name: ShapeName
  target: Target
  source: string
  channel?: string
  needs: string[]
  fields: Partial<Record<Field, string>>
  score?: ScoreScale
  /** Columns that belong to the tool or are no business of ours (addresses, payment): neither mapped nor kept. */
  ignored?: string
  /** Question columns are not fixed: what is left over is looked at one by one. */
  answers?: true
}

const FIVE_STARS: ScoreScale = { kind: 'star', min: 1, max: 5 }

export const KNOWN_SHAPES: readonly Shape[] = [
  {
    name: 'google-play-reviews',
    target: 'voices',
    source: 'google-play',
    channel: 'review',
    needs: ['starrating', 'reviewtext', 'packagename reviewsubmitdateandtime reviewsubmitmillissinceepoch'],
    fields: {
      text: 'reviewtext',
      title: 'reviewtitle',
      said_at:
        'reviewlastupdatemillissinceepoch reviewsubmitmillissinceepoch reviewlastupdatedateandtime reviewsubmitdateandtime',
      score: 'starrating',
      language: 'reviewerlanguage',
      url: 'reviewlink',
    },
    score: FIVE_STARS,
    ignored:
      'developerreplydateandtime developerreplymillissinceepoch developerreplytext reviewsubmitdateandtime reviewsubmitmillissinceepoch reviewlastupdatedateandtime reviewlastupdatemillissinceepoch',
  },
  {
    name: 'google-reviews',
    target: 'voices',
    source: 'google',
    channel: 'review',
    needs: ['starrating', 'createtime updatetime', 'comment reviewid reviewerdisplayname name'],
    fields: {
      text: 'comment',
      said_at: 'createtime updatetime',
      score: 'starrating',
      external_id: 'reviewid name',
      person_name: 'reviewerdisplayname',
    },
    score: FIVE_STARS,
    ignored: 'reviewerprofilephotourl reviewreplycomment reviewreplyupdatetime updatetime name reviewerisanonymous',
  },
  {
    name: 'trustpilot',
    target: 'voices',
    source: 'trustpilot',
    channel: 'review',
    needs: ['reviewstars', 'reviewcontent', 'reviewid reviewcreatedutc reviewtitle'],
    fields: {
      text: 'reviewcontent',
      title: 'reviewtitle',
      said_at: 'reviewcreatedutc reviewcreated',
      score: 'reviewstars',
      external_id: 'reviewid',
      person_name: 'reviewusername',
      person_id: 'reviewconsumeruserid',
      language: 'reviewlanguage',
      order_number: 'referenceid reference',
    },
    score: FIVE_STARS,
    ignored: 'businessunitid companyreplydateutc businessreplydateutc companyreplycontent businessreplycontent',
  },
  {
    name: 'app-store-reviews',
    target: 'voices',
    source: 'app-store',
    channel: 'review',
    needs: [
      'rating attributesrating',
      'body review attributesbody',
      'reviewernickname attributesreviewernickname',
      'territory attributesterritory createddate attributescreateddate',
    ],
    fields: {
      text: 'body attributesbody review',
      title: 'title attributestitle',
      said_at: 'createddate attributescreateddate date',
      score: 'rating attributesrating',
      external_id: 'id reviewid',
      person_name: 'reviewernickname attributesreviewernickname',
    },
    score: FIVE_STARS,
    ignored: 'type linksself relationshipsresponselinksself relationshipsresponselinksrelated',
  },
  {
    name: 'formbricks-responses',
    target: 'voices',
    source: 'formbricks',
    channel: 'survey',
    needs: ['responseid', 'surveyid', 'formbricksidinternal finished'],
    fields: {
      said_at: 'timestamp createdat',
      external_id: 'responseid',
      person_id: 'userid personuserid',
      person_email: 'personemail email',
      person_first_name: 'personfirstname',
      person_last_name: 'personlastname',
      language: 'personlanguage language',
      url: 'url metaurl',
    },
    ignored: 'no formbricksidinternal surveyid finished quotas ipaddress useragent',
    answers: true,
  },
  {
    name: 'zendesk-tickets',
    target: 'voices',
    source: 'zendesk',
    channel: 'ticket',
    needs: [
      'subject',
      'requester requesterid requesteremail',
      'summationcolumn tickettype submitter assignee',
      'id ticketid',
    ],
    fields: {
      text: 'description comment firstcomment subject',
      title: 'subject',
      said_at: 'createdat',
      external_id: 'id ticketid',
      channel: 'via',
      person_name: 'requester',
      person_email: 'requesteremail',
      person_id: 'requesterexternalid requesterid',
    },
    ignored:
      'summationcolumn submitter assignee requesterdomain updatedat assignedat duedate initiallyassignedat solvedat resolutiontime groupstations assigneestations requesterid requesterexternalid',
  },
  {
    name: 'shopify-orders',
    target: 'orders',
    source: 'shopify',
    needs: ['name', 'financialstatus', 'lineitemname', 'createdat paidat'],
    fields: {
      number: 'name',
      external_id: 'id',
      ordered_at: 'createdat paidat',
      total: 'total',
      currency: 'currency',
      status: 'financialstatus',
      fulfilment: 'fulfillmentstatus',
      cancelled_at: 'cancelledat',
      refunded: 'refundedamount',
      item_name: 'lineitemname',
      item_quantity: 'lineitemquantity',
      item_price: 'lineitemprice',
      person_email: 'email',
      person_name: 'billingname shippingname',
      person_phone: 'phone billingphone shippingphone',
    },
    ignored: '*',
  },
  {
    name: 'hubspot-contacts',
    target: 'persons',
    source: 'hubspot',
    needs: [
      'recordid contactid',
      'email',
      'firstname lastname',
      'lifecyclestage contactowner leadstatus createdate associatedcompany',
    ],
    fields: {
      external_id: 'recordid contactid',
      first_name: 'firstname',
      last_name: 'lastname',
      email: 'email',
      phone: 'phonenumber mobilephonenumber phone',
      company: 'associatedcompany companyname company primaryassociatedcompany',
      created_at: 'createdate',
      language: 'preferredlanguage',
    },
    ignored:
      'contactowner lastactivitydate associatedcompanyids associatedcompanyid streetaddress postalcode ipcity ipcountry',
  },
]

/** The known shape these plain headers fit, or null. */
export function knownShape(plain: ReadonlySet<string>): Shape | null {
  const met = (names: string): boolean => names.split(' ').some((name) => plain.has(name))
  return KNOWN_SHAPES.find(({ needs }) => needs.every(met)) ?? null
}

/** Attributes worth keeping from exports whose other columns are all about addresses and payment. */
export const ORDER_ATTRIBUTES = 'tags source vendor discountcode shippingmethod location risklevel'
