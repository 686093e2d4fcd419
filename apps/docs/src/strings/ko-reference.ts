import type { Translation } from './translation.ts';

type Reference = Pick<
  Translation,
  | 'levelShort'
  | 'range'
  | 'field'
  | 'operation'
  | 'calling'
  | 'catalogue'
  | 'disagreements'
  | 'sources'
  | 'redoc'
>;

/** Words of the pages that describe calls, codes and sources. */
export const reference: Reference = {
  levelShort: { request: '요청 전체', item: '계정 하나' },
  range: {
    items: {
      between: (from, to) => (from === 0 ? `최대 ${to}개 항목` : `항목 ${from}–${to}개`),
      atLeast: (from) => `항목 ${from}개 이상`,
    },
    characters: {
      between: (from, to) => (from === 0 ? `최대 ${to}자` : `${from}–${to}자`),
      atLeast: (from) => (from === 1 ? '비어 있지 않음' : `${from}자 이상`),
    },
    bytes: {
      between: (from, to) => `${from}–${to}바이트`,
      atLeast: (from) => `${from}바이트 이상`,
    },
    number: {
      between: (from, to) => `${from}–${to}`,
      atLeast: (from) => `${from} 이상`,
    },
  },
  field: {
    required: '필수',
    secret: '비밀 값, 로그에 남기지 마십시오',
    pattern: '패턴',
    userId: 'UserID에 쓸 수 있는 문자',
    always: '항상',
    whenAbsent: '생략하면:',
    eachItem: '각 항목:',
    arrayOf: (type) => `${type} 배열`,
    oneOfCodes: (count) => `알려진 코드는 아래에 있는 ${count}개입니다.`,
  },
  operation: {
    webhookAddress: '앱에 설정된 URL로',
    sections: {
      samples: '호출하기',
      request: '요청',
      response: '응답',
      limits: '한도',
      codes: '코드',
      examples: '예시',
      guides: '이 호출의 가이드',
      related: '관련 호출',
    },
    id: '작업 ID',
    sendIt: '보내 보기',
    readOn: '더 읽기',
    irreversible: '되돌릴 수 없',
    samples: {
      target: '보낼 곳',
      targets: { sandbox: '샌드박스', mock: '모의 서버', service: '서비스' },
      language: '언어',
      notes: {
        sandbox: (url) =>
          `이 컴퓨터의 샌드박스에서 붙여 넣은 그대로 실행되며, 샌드박스의 데모 계정을 사용합니다. UserSig는 공급사가 공개한 데모 키로 만들었으므로 아무것도 보호하지 않습니다. 삭제한 데이터를 되살리려면: \`curl -X POST ${url}/sandbox/reset\``,
        mock: (_url) =>
          '이 컴퓨터의 모의 서버에서 붙여 넣은 그대로 실행됩니다. 모의 서버는 어떤 UserSig든 받아들이고 아무것도 기억하지 않습니다.',
        service: (_url) =>
          '실제 친구를 삭제합니다. 앱이 속한 지역의 호스트, 앱, 관리자와 그 관리자의 UserSig 또는 비밀 키를 넣으십시오.',
      },
      client: '아직 공개되지 않은 @chat-sns/client가 필요합니다:',
      install: '설치하는 방법',
      start: '시작하는 방법',
      signIn: '로그인하는 방법',
    },
    twoWay: {
      text: '`Delete_Type_Both`는 상대 계정의 친구 목록에서도 From_Account를 제거합니다. OK라고 해서 모든 계정이 삭제된 것은 아닙니다. 경우마다 무엇이 남는지 보기:',
      guide: '단방향과 양방향',
    },
    sampleUrl: '공급사 페이지의 예시 주소, xxxxxx는 호스트의 자리',
    debuggingTool: '공급사의 디버깅 도구에서 열기',
    publicCodes: (from, to) => `${from}부터 ${to}까지의 공통 코드는 서비스의 모든 호출이 반환할 수 있습니다:`,
    inRedoc: 'Redoc 레퍼런스에서 보기',
    firesWebhook: '웹훅을 보냄',
    firesNone: '웹훅을 보내지 않음',
    inWorkflows: '사용하는 워크플로:',
    query: '쿼리 매개변수',
    requestBody: '요청 본문',
    responseBody: '응답',
    timeout: (seconds) => `서비스는 응답을 ${seconds}초 동안 기다립니다.`,
    rate: (calls, seconds) => `${seconds === 1 ? '초당' : `${seconds}초에`} ${calls}회`,
    rateScope: '앱과 API마다 따로 셈',
    codesIntro: '`ErrorCode`를 읽으십시오. 0은 성공입니다.',
    codesIntroWithItems:
      '요청 전체는 `ErrorCode`를, 계정 하나는 각각의 `ResultCode`를 읽으십시오. 0은 성공입니다. 공급사 페이지에는 둘을 아우르는 목록 하나만 있으므로, 대부분의 코드는 단계가 추론입니다.',
    codes: (count) => `코드 ${count}개`,
    codeColumns: ['코드', '뜻', '단계', '재시도 안내'],
  },
  calling: {
    title: 'API',
    lead: 'JSON 본문을 보내는 POST 호출 세 가지입니다. URL 형식, 로그인 방법, 응답 형식이 같습니다.',
    webhook: '웹훅',
    address: '주소와 로그인',
    addressText:
      '쿼리 문자열에는 앱, 호출하는 관리자 계정, 그 계정의 서명이 들어갑니다. 매개변수의 이름과 값은 대소문자를 구분합니다.',
    userId: 'UserID',
    hosts: '지역별 호스트',
    hostsText:
      '앱(SDKAppID)이 있는 지역의 호스트를 사용하십시오. DNS 하이재킹 등으로 첫 번째 호스트에 연결할 수 없을 때에는 예비 호스트를 사용하십시오.',
    hostColumns: ['지역', '기본 URL', '예비 기본 URL'],
    disputed: '공급사의 일부 페이지에만 있음',
    notOffered: '이 계약에 없는 호스트',
    about: '이 계약에 대하여',
  },
  catalogue: {
    title: '오류 코드',
    description: (count) => `코드 ${count}개의 뜻, 해결 방법, 재시도 안내입니다.`,
    lead: '번호만 보고 판단하십시오. 메시지는 그때그때 다르고, 실패도 HTTP 200으로 옵니다. 코드마다 `errors/31704/` 같은 고유한 페이지가 있습니다.',
    search: '필터',
    forExample: (text) => `예: ${text}`,
    retry: '재시도 안내',
    any: '전체',
    shown: { one: '코드 {n}개', many: '코드 {n}개', none: '일치하는 코드가 없습니다.' },
    action: '조치.',
    changed: '출처의 차이.',
    level: '단계',
    carriedOut: '이 호출로 삭제됨',
    carriedOutValue: { no: '아니요', unknown: '그럴 수 있음' },
    returnedBy: '반환하는 API',
    wireText: '실제 응답의 메시지',
    knownFrom: '근거',
    kept: (family) => `${family}: 과거 코드와 관찰된 코드`,
    explains: (what) =>
      what === 'requests'
        ? '지금은 이 코드로 응답하는 API가 없습니다. 서비스가 요청을 어떻게 검사하는지 설명하기 때문에 남겨 둡니다.'
        : `지금은 이 코드로 응답하는 API가 없습니다. ${what}의 동작을 설명하기 때문에 남겨 둡니다.`,
    example: (operationId) => `${operationId}의 응답 예시`,
    provoke: {
      title: '이 코드를 받아 보기',
      mock: '모의 서버에서, 계정 이름으로',
      sandbox: '샌드박스에서, 다음 호출에 적용할 오류로',
    },
  },
  disagreements: {
    title: '페이지가 서로 어긋나는 곳',
    description: '공급사의 페이지들이 서로 다르게 말하는 내용과 계약이 택한 내용입니다.',
    lead: '같은 호출을 여러 페이지가 여러 판과 여러 언어로 설명하며, 내용이 항상 같지는 않습니다. 각 항목은 무엇이 다른지, 계약이 어떻게 하는지, 왜 그렇게 하는지를 밝힙니다.',
    index: '주제',
    topics: '주제별 설명',
    choice: '계약.',
    reason: '이유.',
    comparison: {
      title: '한눈에 보기',
      lead: '각 페이지의 각 판이 밝히는 내용입니다. 언급이 없는 페이지가 틀린 것은 아니며, 빠진 내용보다 오래된 것일 수 있습니다. ‘읽지 않음’은 그 판에서 읽지 않은 부분이므로 그 내용이 있는지 알 수 없다는 뜻입니다.',
      regions: '지역',
      editions: '페이지의 판:',
      compare: '비교',
      with: '와',
      all: '모든 항목 표시',
      differences: { none: '차이가 없습니다.', one: '차이 {n}개.', many: '차이 {n}개.' },
      partRead: '{editions}: 일부만 읽었습니다. 항목 {all}개 중 {n}개를 비교할 수 있습니다.',
      page: '페이지',
      overview: 'REST API 개요',
      fact: '항목',
      contract: '계약',
      places: {
        frequency: '초당 호출 수',
        hosts: '호스트',
        query: '쿼리',
        request: '요청',
        response: '응답',
        codes: '코드',
      },
      need: { required: '필수', optional: '선택' },
      upTo: (count) => `최대 ${count}개`,
      byDefault: (value) => `기본값 ${value}`,
      onSuccess: (text) => `성공 시 "${text}"`,
      notStated: '언급 없음',
      notRead: '읽지 않음',
      listed: '있음',
      notListed: '없음',
    },
  },
  sources: {
    title: '출처',
    description: '계약과 대조한 페이지와 판, 그리고 페이지를 넘어서는 내용입니다.',
    lead: '각 기록은 공급사 페이지 하나의 한 판이 밝힌 내용을 담습니다. 이름은 페이지와 판으로 이루어집니다. `friend-delete.intl-2023`은 friend_delete를 설명하는 국제판 페이지의 2023년 판입니다. 테스트가 계약을 모든 기록과 대조합니다.',
    records: '읽은 페이지',
    discoveries: '페이지를 넘어서는 내용',
    discoveriesLead:
      '현재의 어느 페이지에도 없지만 계약에 있는 내용과 그 근거, 그리고 아직 알 수 없는 것입니다.',
    evidence: '근거.',
    folded: (count) => `출처 ${count}개`,
  },
  redoc: {
    title: '레퍼런스',
    label: 'Redoc 레퍼런스',
    description: '검색할 수 있는 Redoc 형식의 계약입니다.',
    noScript:
      '이 페이지는 Redoc이 JavaScript로 그립니다. JavaScript를 켜거나, 같은 계약을 다음 페이지에서 읽으십시오.',
    prerendered: '스크립트 없이 한 페이지로 보기',
    catalogue: '모든 코드 설명',
    labels: {
      menu: '레퍼런스 목차',
      search: '레퍼런스 검색',
      clear: '검색어 지우기',
      columns: '한 열과 두 열 전환',
      colourMode: '밝은 화면과 어두운 화면 전환',
      details: '세부 정보',
    },
  },
};

export const claims: Translation['claims'] = {
  title: '항목별 근거',
  description: '계약의 모든 호스트, 제한, 기본값, 코드, 메시지와 그 근거 및 출처입니다.',
  lead: '한 줄은 계약의 사실 하나입니다. 그 옆에 얼마나 확실한지, 어느 기록과 발견이 그것을 밝히는지가 있습니다. 근거가 없는 사실이 있으면 테스트가 실패합니다.',
  statusNote:
    '근거는 그 값 하나에 대한 가장 확실한 출처를 따릅니다. 계약이 그 자리 전체를 다르게 표시하면 그 아래에 적혀 있습니다.',
  seeAlso: '사실마다 무엇을 근거로 하는지 보기:',
  seeSources: '출처에 대한 설명과 서로 다르게 말하는 내용:',
  download: '같은 내용의 데이터:',
  columns: ['항목', '값', '근거', '출처'],
  inContract: '계약의 표시:',
  group: '종류',
  status: '근거',
  shown: { one: '항목 {n}개', many: '항목 {n}개', none: '일치하는 항목이 없습니다.' },
  restOnIt: (count) => `이것을 근거로 하는 항목 ${count}개`,
  groups: {
    hosts: '호스트',
    rateLimit: '호출 빈도와 대기 시간',
    limits: '제한',
    defaults: '기본값',
    values: '값과 패턴',
    fields: '필수 필드',
    codes: '오류 코드',
    texts: '실제 응답의 메시지',
    links: '예시 주소, 도구, 관련 호출',
  },
  kinds: {
    url: '호스트',
    'x-backup-url': '예비 호스트',
    host: '제공하지 않는 호스트',
    backup: '제공하지 않는 예비 호스트',
    calls: '호출 수',
    perSeconds: '기준 시간(초)',
    scope: '세는 단위',
    'x-timeout-seconds': '응답 제한 시간(초)',
    minimum: '최솟값',
    maximum: '최댓값',
    minItems: '최소 개수',
    maxItems: '최대 개수',
    minLength: '최소 글자 수',
    maxLength: '최대 글자 수',
    'x-max-bytes': '최대 바이트 수',
    default: '기본값',
    'x-default-when-absent': '없을 때의 기본값',
    enum: '가능한 값',
    const: '유일한 값',
    pattern: '패턴',
    required: '필수',
    code: '오류 코드',
    carriedOut: '처리 여부',
    'x-sample-url': '예시 주소',
    'x-debugging-tool': '디버깅 도구',
    path: '관련 호출',
    text: '실제 응답의 메시지',
  },
};
