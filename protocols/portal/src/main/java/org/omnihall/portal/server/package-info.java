/** The Portal server and the MAC binding server: brings clients online and offline at access devices, and hears what those tell. */
@NullMarked
package org.omnihall.portal.server;

import org.jspecify.annotations.NullMarked;
