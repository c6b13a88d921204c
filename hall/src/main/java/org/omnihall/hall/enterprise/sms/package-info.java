/** Enterprise SMS in the enterprise hall: a company writes to its members. */
@NullMarked
package org.omnihall.hall.enterprise.sms;

import org.jspecify.annotations.NullMarked;
