import { claims, reference } from './ko-reference.ts';
import type { Translation } from './translation.ts';

const retry: Translation['retry'] = {
  never: {
    label: '재시도하지 않음',
    meaning: '요청, 계정 또는 설정이 바뀌기 전에는 다시 보내도 아무것도 달라지지 않습니다.',
  },
  transient: { label: '간격을 두고 재시도', meaning: '서버의 일시적인 문제이거나 쓰기 충돌입니다.' },
  throttled: { label: '늦춘 다음 재시도', meaning: '호출이 너무 많습니다.' },
  cooldown: { label: '1분 기다린 다음 재시도', meaning: '서비스가 약 1분 동안 호출을 거부합니다.' },
  're-sign': { label: '새 UserSig로 한 번 재시도', meaning: '서명이 더 이상 유효하지 않습니다.' },
  done: {
    label: '완료로 처리',
    meaning: '재시도하지 마십시오. From_Account 쪽에는 삭제할 것이 남아 있지 않습니다.',
  },
};

const status: Translation['status'] = {
  documented: { label: '문서화됨', meaning: '공급사의 현재 페이지에 명시되어 있습니다' },
  observed: { label: '관찰됨', meaning: '실제 응답에서 확인했지만 현재 페이지에는 없습니다' },
  historical: { label: '과거 기록', meaning: '페이지의 예전 판에만 명시되어 있습니다' },
  inferred: { label: '추론', meaning: '알려진 내용에서 이끌어 낸 것이며 명시한 출처가 없습니다' },
  unknown: { label: '알 수 없음', meaning: '찾아보았지만 발견하지 못했습니다' },
};

const family: Translation['family'] = {
  relationship: '관계 서비스',
  gateway: '게이트웨이',
  auth: '로그인과 UserSig',
  account: '계정 서비스',
};

const level: Translation['level'] = {
  request: '요청 전체 (ErrorCode)',
  item: '계정 하나 (ResultCode)',
};

/** Korean, by machine. 합니다체 for sentences, nouns for titles and buttons. */
export const strings: Translation = {
  retry,
  status,
  family,
  level,
  ...reference,
  claims,
  languages: {
    name: '한국어',
    label: '언어',
    offer: '이 사이트는 한국어로도 볼 수 있습니다.',
    dismiss: '닫기',
    machine: {
      short: '기계 번역',
      notice:
        '이 페이지는 기계 번역이며 기준은 영어 원문입니다. 잘못된 곳은 저장소의 `spec/overlays/ko.yaml`에서 바로잡아 주십시오.',
      original: '영어 원문 보기',
    },
  },
  site: {
    name: 'chat-sns',
    nav: '섹션',
    menu: '메뉴',
    tree: '모든 페이지',
    crumbs: '현재 위치',
    onPage: '이 페이지의 내용',
    turn: '이전 페이지와 다음 페이지',
    previous: '이전',
    next: '다음',
    theme: '색상',
    themes: { system: '시스템 설정', light: '밝게', dark: '어둡게' },
    about: 'Tencent Cloud Chat',
    copyPage: 'Markdown으로 복사',
    skip: '본문으로 건너뛰기',
    copy: '복사',
    copyCode: '코드 복사',
    copied: '복사됨',
    copyFailed: '브라우저가 복사를 허용하지 않았습니다. 대신 텍스트를 선택하세요.',
    unofficial:
      '비공식 문서입니다. Tencent가 만들거나 확인하거나 보증하지 않았습니다. 공개 페이지를 바탕으로 만들었으며, 어떤 내용도 실제 서비스에서 시험하지 않았습니다.',
    version: (version: string) => `계약 버전 ${version}. MIT 라이선스.`,
  },
  search: {
    open: '검색',
    label: '코드, 필드, 호스트, 페이지 검색',
    placeholder: '31704, To_Account, 도쿄 …',
    hint: '코드, 필드, 경로, 호스트 또는 제목의 단어를 입력하십시오. 화살표 키로 고르고 Enter로 열고 Esc로 닫습니다.',
    results: '검색 결과',
    none: '찾은 것이 없습니다.',
    one: '결과 1개',
    many: '결과 {n}개',
    close: '닫기',
    kinds: {
      code: '코드',
      call: '호출',
      host: '호스트',
      field: '필드',
      page: '페이지',
      heading: '항목',
    },
  },
  contents: {
    title: '이 사이트의 모든 것',
    lead: '모든 페이지, 코드, 필드, 호스트와 공급사 중국어 페이지의 용어를 설명하는 곳과 함께 나열합니다.',
    fields: '필드, 값, 파일',
    terms: '공급사 중국어 페이지의 용어',
  },
  sections: {
    start: '시작',
    api: 'API 레퍼런스',
    guides: '가이드',
    errors: '오류 코드',
    tools: '도구',
    evidence: '근거',
  },
  nav: {
    'errors/': '오류 코드',
    'disagreements/': '불일치',
    'sources/': '출처',
    'reference/': '레퍼런스',
  },
  home: {
    title: 'Tencent Cloud Chat의 친구와 친구 그룹 삭제',
    label: '개요',
    description:
      'Tencent Cloud Chat(IM) REST API의 friend_delete, friend_delete_all, group_delete: OpenAPI 계약, 오류 코드, 제한, 예제와 테스트.',
    lead: '친구와 친구 그룹을 삭제하는 서버 호출 세 가지의 레퍼런스, 클라이언트, 모의 서버, 샌드박스입니다. 공급사의 페이지들은 곳곳에서 서로 다르게 말하며, 여기의 모든 내용에는 출처가 적혀 있습니다.',
    unofficial:
      '비공식 문서입니다. Tencent가 만들거나 확인하거나 보증하지 않았습니다. 아직 아무것도 공개되지 않았습니다. npm에 패키지가 없고 저장소에도 공개 주소가 없습니다.',
    without:
      '저장소의 사본이 없어도 여기의 모든 내용을 읽고, [openapi.yaml과 errors.json](#downloads)을 받고, API의 curl 예제를 서비스로 보낼 수 있습니다.',
    operations: 'API 세 개와 웹훅 하나',
    before: '첫 호출 전에',
    points: [
      '**HTTP 200이 성공을 뜻하지는 않습니다.** 실패도 HTTP 200으로 옵니다. HTTP 상태나 ErrorInfo가 아니라 ActionStatus와 ErrorCode로 판단하십시오.',
      '**OK가 모든 계정의 삭제를 뜻하지는 않습니다.** deleteFriends는 일부 계정이 실패해도 OK를 돌려줄 가능성이 높습니다(추론). 계정마다 ResultCode를 읽으십시오. 31704는 친구가 아니어서 삭제할 것이 없었음을 뜻합니다.',
      '**삭제는 되돌릴 수 없습니다.** 호출할 때마다 단방향인지 양방향인지 명시하십시오. deleteFriends의 페이지는 기본값을 밝히지 않습니다.',
    ],
    find: '찾아보기',
    ways: {
      'errors/': '각 코드의 뜻, 조치 방법, 다시 보내는 것이 도움이 되는지를 설명합니다.',
      'disagreements/': '공급사의 페이지들이 서로 다르게 말하는 내용과 계약이 택한 내용입니다.',
      'sources/': '읽은 페이지와 판, 그리고 페이지를 넘어서는 내용입니다.',
      'reference/': '같은 계약을 Redoc으로 보여 주며 검색할 수 있습니다. JavaScript가 필요합니다.',
    },
    downloads: '기계용 파일',
    files: {
      'openapi.yaml': '계약 전체를 담은 OpenAPI 3.1 문서입니다. 영어입니다.',
      'openapi.json': '같은 문서의 JSON 형식입니다.',
      'errors.json': '오류 카탈로그입니다. 영어입니다.',
      'claims.json': '모든 사실과 그 근거 및 출처입니다. 영어입니다.',
      'llms.txt': '언어 모델을 위해 모든 페이지의 Markdown을 연결한 목록입니다. 영어입니다.',
      'llms-full.txt': '가이드, 호출, 코드를 하나로 모은 Markdown 파일입니다. 영어입니다.',
    },
  },
};
