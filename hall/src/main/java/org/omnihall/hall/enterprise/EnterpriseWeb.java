package org.omnihall.hall.enterprise;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnihall.hall.shell.Front;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How requests reach the pages of the enterprise hall: through its gate, with the member as a parameter. */
@Configuration
class EnterpriseWeb implements WebMvcConfigurer {

    @Bean
    static Front enterpriseFront() {
        return new Front("/enterprise");
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new EnterpriseGate()).addPathPatterns("/enterprise", "/enterprise/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Member.class;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binders) {
                return Member.current().orElseThrow(HallPages::notFound);
            }
        });
    }
}
