/** The clerk desk: one screen where staff serve a customer, sell to him, and hand him over to another channel. */
@NullMarked
package org.omnihall.hall.console.desk;

import org.jspecify.annotations.NullMarked;
