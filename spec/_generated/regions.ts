// Written by `npm run generate` from spec/openapi.yaml and spec/errors. Do not edit.

export const regions = {
  "china": {
    "host": "console.tim.qq.com",
    "backupHost": "adminapi.my-imcloud.com"
  },
  "singapore": {
    "host": "adminapisgp.im.qcloud.com",
    "backupHost": "adminapisgp.my-imcloud.com"
  },
  "seoul": {
    "host": "adminapikr.im.qcloud.com",
    "backupHost": "adminapikr.my-imcloud.com"
  },
  "tokyo": {
    "host": "adminapijpn.im.qcloud.com",
    "backupHost": "adminapijpn.my-imcloud.com"
  },
  "frankfurt": {
    "host": "adminapiger.im.qcloud.com",
    "backupHost": "adminapiger.my-imcloud.com"
  },
  "silicon-valley": {
    "host": "adminapiusa.im.qcloud.com",
    "backupHost": "adminapiusa.my-imcloud.com"
  },
  "jakarta": {
    "host": "adminapiidn.im.qcloud.com",
    "backupHost": "adminapiidn.my-imcloud.com"
  }
} as const;
