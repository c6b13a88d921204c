package org.omnihall.hall.ordering.boss;

/**
 * What the other side is to be told.
 *
 * @param key one deed: sent again, it is not done again
 * @param subject the key of the step that waits for it
 * @param body in JSON
 * @param tries with the one that is made now
 */
record BossCommand(long id, String key, String subject, String body, int tries) {}
