curl "${CHAT_URL:?}/v4/sns/friend_check\
?sdkappid=$SDK_APP_ID\
&identifier=$IDENTIFIER\
&usersig=$USER_SIG\
&random=$(shuf -i 0-4294967295 -n 1)\
&contenttype=json" \
  -H 'content-type: application/json' \
  --data '{"From_Account":"id","To_Account":["id1","id2","id3"],"CheckType":"CheckResult_Type_Both"}'
