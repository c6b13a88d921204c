package org.omnihall.hall.shell;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** How requests reach controllers: language, rights, the caller and the list's place as parameters, static files. */
@Configuration
class Web implements WebMvcConfigurer {

    private final RightsGate gate;
    private final Languages languages;

    Web(RightsGate gate, Languages languages) {
        this.gate = gate;
        this.languages = languages;
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new LanguageChoice();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String value) {
                return LanguageChoice.ours(value).orElse(Languages.ALL.getFirst());
            }
        };
        language.setParamName(LanguageChoice.PARAMETER);
        registry.addInterceptor(language)
                .excludePathPatterns("/l/**", "/landing", "/captive", "/pages/**", "/tmf-api/**");
        registry.addInterceptor(gate);
        registry.addInterceptor(new NulGate()).excludePathPatterns("/landing", "/captive", "/error", "/tmf-api/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Given<>(Caller.class, request -> Caller.current()));
        resolvers.add(new Given<>(Paging.class, request -> {
            String trail = request.getParameter(Paging.PARAMETER);
            return Paging.parse(trail == null ? "" : trail);
        }));
        resolvers.add(new Given<>(Words.class, request -> languages.in(LocaleContextHolder.getLocale())));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl forAYear =
                CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        registry.addResourceHandler("/vendor/**", "/*.css", "/*.js", "/*.svg")
                .addResourceLocations("classpath:/static/vendor/", "classpath:/static/")
                .setCacheControl(forAYear);
    }

    /** A parameter of this type is made from the request. */
    private record Given<T>(Class<T> type, java.util.function.Function<NativeWebRequest, T> from)
            implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @org.jspecify.annotations.Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
            return from.apply(request);
        }
    }
}
