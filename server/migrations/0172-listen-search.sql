-- heed_search only tells which ids carry a word; what its caller may see of them is decided by the caller's own policies. Under
-- the condition of few eyes it had to look at every voice for every rare word, because that condition must be asked first.
alter policy few_eyes on listen.voice to heed_app, current_user;
