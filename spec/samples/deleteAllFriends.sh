curl "${CHAT_URL:?}/v4/sns/friend_delete_all\
?sdkappid=$SDK_APP_ID\
&identifier=$IDENTIFIER\
&usersig=$USER_SIG\
&random=$(shuf -i 0-4294967295 -n 1)\
&contenttype=json" \
  -H 'content-type: application/json' \
  --data '{"From_Account":"id","DeleteType":"Delete_Type_Both"}'
