package org.omnihall.hall.node;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The node's directory. */
@Configuration(proxyBeanMethods = false)
class NodeBeans {

    @Bean(destroyMethod = "close")
    Home home(NodeSettings settings) {
        return Home.take(settings.home());
    }
}
