package org.omnihall.hall.enterprise.entry;

import java.io.Serializable;

/**
 * What a session keeps of who signed in; all else is looked up at each request.
 *
 * @param user the id of the login
 * @param epoch of the login when the session began: the session is over when the login's is another
 */
record Badge(long user, int epoch) implements Serializable {}
