/** Cashiers as they stand outside: a sandbox whose page people use, and peers that speak Alipay's and WeChat Pay's protocol. */
@NullMarked
package org.omnihall.bench.cashier;

import org.jspecify.annotations.NullMarked;
