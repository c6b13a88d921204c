package org.omnihall.hall.vault;

import java.io.IOException;
import org.omnihall.hall.node.Home;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The vault of this node, under the keys in its directory. */
@Configuration(proxyBeanMethods = false)
class VaultBeans {

    @Bean
    Vault vault(Home home) throws IOException {
        return new Vault(MasterKeys.openOrCreate(home.resolve("vault.keys")));
    }
}
