// Charts hang on data attributes: data-chart names the kind, data-source where its data comes from.
(() => {
    const ink = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const kinds = {
        funnel: bars => ({
            grid: {left: 8, right: 56, top: 4, bottom: 4, containLabel: true},
            xAxis: {type: 'value', show: false},
            yAxis: {type: 'category', inverse: true, data: bars.map(bar => bar.name), axisLine: {show: false}, axisTick: {show: false}, axisLabel: {color: ink('--h-ink'), fontSize: 12}},
            series: [{type: 'bar', data: bars.map(bar => bar.value), barCategoryGap: '28%', showBackground: true, backgroundStyle: {color: ink('--h-line-soft'), borderRadius: 3},
                itemStyle: {color: ink('--h-accent'), borderRadius: 3}, label: {show: true, position: 'right', color: ink('--h-soft'), formatter: at => bars[at.dataIndex].share}}],
        }),
        line: points => ({
            grid: {left: 8, right: 12, top: 12, bottom: 4, containLabel: true},
            xAxis: {type: 'category', boundaryGap: false, data: points.map(point => point.name), axisLine: {lineStyle: {color: ink('--h-line')}}, axisTick: {show: false}, axisLabel: {color: ink('--h-soft')}},
            yAxis: {type: 'value', minInterval: 1, splitLine: {lineStyle: {color: ink('--h-line-soft')}}, axisLabel: {color: ink('--h-soft')}},
            tooltip: {trigger: 'axis'},
            series: [{type: 'line', smooth: true, symbol: 'none', data: points.map(point => point.value), lineStyle: {color: ink('--h-accent'), width: 2}, areaStyle: {color: ink('--h-accent'), opacity: .12}}],
        }),
    };
    Object.assign(kinds, {
        pyramid: (layers, [customers, value]) => ({
            grid: {left: 8, right: 56, top: 32, bottom: 4, containLabel: true},
            legend: {top: 0, left: 0, textStyle: {color: ink('--h-soft')}},
            xAxis: {type: 'value', show: false},
            yAxis: {type: 'category', inverse: true, data: layers.map(layer => layer.name), axisLine: {show: false}, axisTick: {show: false}, axisLabel: {color: ink('--h-ink'), fontSize: 12}},
            series: [[customers, 'customers', '--h-accent'], [value, 'value', '--h-good']].map(([name, field, colour]) => ({name, type: 'bar',
                data: layers.map(layer => Number(layer[field]) || 0), itemStyle: {color: ink(colour), borderRadius: 3}, label: {show: true, position: 'right', color: ink('--h-soft'), formatter: '{c} %'}})),
        }),
        lorenz: (points, [name, even]) => ({
            grid: {left: 8, right: 16, top: 32, bottom: 4, containLabel: true},
            legend: {top: 0, left: 0, textStyle: {color: ink('--h-soft')}},
            xAxis: {type: 'value', min: 0, max: 100, splitLine: {show: false}, axisLabel: {color: ink('--h-soft')}},
            yAxis: {type: 'value', max: 100, splitLine: {lineStyle: {color: ink('--h-line-soft')}}, axisLabel: {color: ink('--h-soft')}},
            tooltip: {trigger: 'axis', valueFormatter: share => Number(share).toFixed(1) + ' %'},
            series: [
                {name, type: 'line', symbol: 'none', data: points.map(point => [point.customers, point.value]), itemStyle: {color: ink('--h-accent')}, lineStyle: {width: 2}, areaStyle: {opacity: .12}},
                {name: even, type: 'line', symbol: 'none', data: [[0, 0], [100, 100]], itemStyle: {color: ink('--h-faint')}, lineStyle: {type: 'dashed', width: 1}},
            ],
        }),
    });
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    const chartAt = place => echarts.getInstanceByDom(place);
    const fit = new ResizeObserver(changes => changes.forEach(({target}) => chartAt(target)?.resize()));
    const begin = place => {
        fit.observe(place);
        return echarts.init(place);
    };
    const end = place => {
        fit.unobserve(place);
        chartAt(place)?.dispose();
    };
    const draw = async place => {
        const answer = await fetch(place.dataset.source, {headers: {Accept: 'application/json'}});
        if (answer.ok && place.isConnected) {
            const chart = chartAt(place) || begin(place);
            chart.setOption({animation: !still.matches, animationDuration: 300, textStyle: {fontFamily: 'inherit'}, ...kinds[place.dataset.chart](await answer.json(), (place.dataset.names || '').split('|'))}, true);
        }
    };
    const drawAll = () => document.querySelectorAll('[data-chart]').forEach(draw);
    drawAll();
    document.addEventListener('htmx:afterSettle', drawAll);
    document.addEventListener('hall:theme', drawAll);
    document.addEventListener('htmx:beforeCleanupElement', ({target}) => target.matches?.('[data-chart]') && end(target));
})();
