/** The certificate of the node: the operator's own, or one of an authority that the node makes for itself. */
@NullMarked
package org.omnihall.hall.node.tls;

import org.jspecify.annotations.NullMarked;
