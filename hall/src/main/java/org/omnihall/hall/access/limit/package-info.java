/** How many devices an owner may have online: an Accept and a session take places, which are judged from memory and told to the other nodes (requirement A6). */
@NullMarked
package org.omnihall.hall.access.limit;

import org.jspecify.annotations.NullMarked;
