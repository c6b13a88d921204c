// Light or dark, before the first paint: the reader's earlier choice, else what his system says.
(() => {
    const chosen = localStorage.getItem('theme');
    const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    document.documentElement.dataset.bsTheme = dark ? 'dark' : 'light';
})();
